import { type SQL, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../../server/db/connect.ts'
import { drainOutbox } from '../../../server/events.ts'
import { reportingConsumers } from './consumers.ts'
import { rebuildRollups } from './rollup.ts'

export type RecountedTable = { table: string; rows: number; differed: number }

/** The sums, with what tells their rows apart. */
const keys: Record<string, readonly string[]> = {
  reporting_enrolment: ['enrolment_id'],
  reporting_course: ['unit_id', 'course_id', 'required'],
  reporting_due: ['unit_id', 'course_id', 'required', 'due_on'],
  reporting_week: ['unit_id', 'week', 'course_id', 'required'],
  reporting_person: ['person_id'],
  reporting_unit: ['unit_id'],
  reporting_path: ['unit_id'],
}

/**
 * Counts everything anew beside the sums that are kept, says how many rows differed, and puts those right. Dashboards
 * are read meanwhile; facts wait. What was not counted yet when this begins is counted first.
 */
export async function recountRollups(
  db: Db,
  at: { clock: () => Date; timeZone: string },
): Promise<RecountedTable[]> {
  await drainOutbox(db, reportingConsumers, at)
  return await db.transaction(async (lock) => {
    await lock.execute(sql`set local idle_in_transaction_session_timeout = 0`)
    // A long batch of facts holds the cursor: an operator's command waits for it.
    await lock.execute(sql`set local lock_timeout = 0`)
    const names = reportingConsumers.map(({ name }) => name)
    // Whoever takes facts finds its cursor locked, and leaves them for later.
    for (const name of names)
      await lock.execute(sql`select from outbox_cursor where consumer = ${name} for update`)
    return await db.transaction((tx) => recount(tx, at.timeZone), {
      isolationLevel: 'repeatable read',
    })
  })
}

async function recount(tx: Tx, timeZone: string): Promise<RecountedTable[]> {
  for (const name of Object.keys(keys)) {
    const table = sql.identifier(name)
    await tx.execute(
      sql`create temporary table ${table} (like public.${table} including all) on commit drop`,
    )
  }
  // The names of the sums mean the temporary tables anyway. But a changed path makes PostgreSQL look names up again
  // in statements this connection prepared before, which else would write to the real tables.
  await tx.execute(sql`set local search_path = pg_temp, public`)
  await rebuildRollups(tx, timeZone)
  const recounted: RecountedTable[] = []
  for (const [name, key] of Object.entries(keys)) recounted.push(await compare(tx, name, key))
  return recounted
}

async function compare(tx: Tx, name: string, key: readonly string[]): Promise<RecountedTable> {
  const table = sql.identifier(name)
  const columns = sql.join(
    key.map((column) => sql.identifier(column)),
    sql`, `,
  )
  const isSame = sql.join(
    key.map((column) => sql`kept.${sql.identifier(column)} = counted.${sql.identifier(column)}`),
    sql` and `,
  )
  // A unit for which nothing was ever counted has no path kept, and needs none.
  const join: SQL = name === 'reporting_path' ? sql`left join` : sql`full join`
  const [found] = await tx.execute<{ rows: number; differed: number }>(sql`
    select (select count(*)::int from pg_temp.${table}) as rows, count(*)::int as differed
    from public.${table} kept ${join} pg_temp.${table} counted using (${columns})
    where kept is distinct from counted`)
  await tx.execute(sql`
    delete from public.${table} kept where not exists (
      select from pg_temp.${table} counted where ${isSame} and kept is not distinct from counted)`)
  await tx.execute(sql`
    insert into public.${table} select * from pg_temp.${table} on conflict do nothing`)
  return { table: name, rows: found?.rows ?? 0, differed: found?.differed ?? 0 }
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sql } from 'postgres'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSessionFor } from '../../features/identity/server/public.ts'
import { rebuildRollups, recountRollups } from '../../features/reporting/server/public.ts'
import { createTestApp, timeZone } from '../../testing/app.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { clientOver } from '../../testing/world.ts'
import { consumers } from '../consumers.ts'
import { drainOutbox } from '../events.ts'
import { listTables } from './backup.ts'
import { migrate, migrationState, migrationsDirectory } from './migrate.ts'

const lastOfFirstRelease = 8
const clerk = '0190a000-0000-7000-8000-00000000b002'
const owner = '0190a000-0000-7000-8000-00000000b003'
const region = '0190a000-0000-7000-8000-00000000a001'
const clock = () => new Date('2026-11-18T09:00:00Z')

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase({ empty: true })
  await migrate(database.sql, migrationsDirectory, lastOfFirstRelease)
  const path = join(import.meta.dirname, 'fixtures/first-release.sql')
  const rows = await readFile(path, 'utf8')
  await database.sql.begin((tx) => tx.unsafe(rows).simple())
})
afterEach(() => database.close())

describe('a database of the first release', () => {
  test('has rows in every table', async () => {
    const tables = await contents(database.sql, await listTables(database.sql))
    const empty = Object.keys(tables).filter((name) => tables[name]?.length === 0)
    expect(empty).toEqual([])
    expect(Object.keys(tables).length).toBeGreaterThan(35)
  })

  test('is brought up to date with every row and value kept', async () => {
    const tables = await listTables(database.sql)
    const before = await contents(database.sql, tables)
    await migrate(database.sql)
    expect((await migrationState(database.sql)).current).toBe(true)
    const after = await contents(database.sql, tables)
    // Since 0010 a unit's sums hold all below it: the next test counts them.
    for (const name of ['reporting_course', 'reporting_due', 'reporting_week', 'reporting_unit']) {
      delete before[name]
      delete after[name]
    }
    expect(after).toEqual(before)
  })

  test('has sums afterwards that equal a recount, and takes the fact that waited', async () => {
    const { sql, db } = database
    await migrate(sql)
    await drainOutbox(db, consumers, { clock, timeZone })
    const recounted = await recountRollups(db, { clock, timeZone })
    expect(recounted.filter(({ differed }) => differed > 0)).toEqual([])
    const kept = await sums(sql)
    await db.transaction((tx) => rebuildRollups(tx, timeZone))
    expect(kept).toEqual(await sums(sql))
    const [top] = await sql`
      select sum(started)::int as started, sum(completed)::int as completed, sum(enrolled)::int as enrolled
      from reporting_course where unit_id = ${region}`
    expect(top).toEqual({ started: 1, completed: 1, enrolled: 1 })
  })

  test('serves a learner her home and the owner his dashboard', async () => {
    const { sql, db } = database
    await migrate(sql)
    const app = await createTestApp(database, clock)
    const as = async (id: string) =>
      clientOver(app, { id, email: '', unitId: '', cookie: await createSessionFor(db, id) })
    const home = await (await as(clerk)).learning.home({ language: 'hu' })
    expect(JSON.stringify(home)).toContain('client-service')
    const learner = await as(clerk)
    const { enrolment } = await learner.learning.courseEnrolment({
      courseId: 'client-service' as never, // a brand of the contract
    })
    expect(enrolment?.enrolmentId).toBe('0190a000-0000-7000-8000-000000001002')
    const dashboard = await (await as(owner)).reporting.dashboard({
      unitId: region as never, // a brand of the contract
      language: 'pl',
    })
    expect(JSON.stringify(dashboard)).toContain('client-service')
  })
})

type Tables = readonly { name: string; columns: string[] }[]

/** Every row, of these columns, as text in order. */
async function contents(sql: Sql, tables: Tables): Promise<Record<string, string[]>> {
  const rowsByTable: Record<string, string[]> = {}
  for (const { name, columns } of tables) {
    const rows = await sql<{ row: string }[]>`
      select to_jsonb(t)::text as row from (select ${sql(columns)} from ${sql(name)}) t order by 1`
    rowsByTable[name] = rows.map(({ row }) => row)
  }
  return rowsByTable
}

const sums = async (sql: Sql) =>
  await contents(
    sql,
    (await listTables(sql)).filter(({ name }) => name.startsWith('reporting_')),
  )

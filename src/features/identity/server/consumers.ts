import { sql } from 'drizzle-orm'
import type { Tx } from '../../../server/db/connect.ts'
import { rowsOf } from '../../../server/db/sql.ts'
import type { DomainEvent } from '../../../server/event-types.ts'
import { type EventConsumer, publish } from '../../../server/events.ts'
import { newId } from '../../../server/ids.ts'
import { civilDateOf } from '../../../server/today.ts'

export const identityConsumers: readonly EventConsumer[] = [
  {
    name: 'identity.unit-merged',
    types: ['UnitMerged'],
    async handle(tx, events, { clock, timeZone }) {
      const on = civilDateOf(clock(), timeZone)
      for (const event of events)
        if (event.type === 'UnitMerged') await followMerge(tx, event.unitId, event.intoId, on)
    },
  },
]

/** People and open roles of a merged unit go on in the one that took it over, from the civil date `on`. */
async function followMerge(tx: Tx, unitId: string, intoId: string, on: string): Promise<void> {
  const people = await tx.execute<{
    id: string
    jobRole: string | null
    active: boolean
  }>(sql`
    update person set unit_id = ${intoId}, updated_at = now() where unit_id = ${unitId}
    returning id::text, job_role as "jobRole", active`)
  const moved = people.filter(({ active }) => active)
  const rows = rowsOf(moved.map(({ id }) => ({ id, placementId: newId() })))
  await tx.execute(sql`
    update person_placement p set valid_to = greatest(p.valid_from, ${on}::date)
    from jsonb_array_elements(${rows}) row
    where p.person_id = (row->>'id')::uuid and p.valid_to is null`)
  await tx.execute(sql`
    insert into person_placement (id, person_id, unit_id, valid_from)
    select (row->>'placementId')::uuid, (row->>'id')::uuid, ${intoId}::uuid, ${on}::date
    from jsonb_array_elements(${rows}) row`)
  const grants = await tx.execute<{ id: string }>(sql`
    select id::text from role_grant where unit_id = ${unitId} and (valid_to is null or valid_to > ${on}::date)`)
  const carried = rowsOf(grants.map(({ id }) => ({ id, newId: newId() })))
  await tx.execute(sql`
    insert into role_grant (id, person_id, role, unit_id, valid_from, valid_to, granted_by, reason)
    select (row->>'newId')::uuid, g.person_id, g.role, ${intoId}::uuid, greatest(g.valid_from, ${on}::date),
      g.valid_to, g.granted_by, g.reason
    from jsonb_array_elements(${carried}) row join role_grant g on g.id = (row->>'id')::uuid`)
  await tx.execute(sql`
    update role_grant set valid_to = greatest(valid_from, ${on}::date)
    where unit_id = ${unitId} and (valid_to is null or valid_to > ${on}::date)`)
  await publish(
    tx,
    ...moved.flatMap(({ id, jobRole }): DomainEvent[] => [
      { type: 'PersonLeftUnit', personId: id, unitId, on },
      { type: 'PersonJoinedUnit', personId: id, unitId: intoId, jobRole, on },
    ]),
  )
}

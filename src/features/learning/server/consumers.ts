import { sql } from 'drizzle-orm'
import type { Tx } from '../../../server/db/connect.ts'
import { idList } from '../../../server/db/sql.ts'
import type { DomainEvent } from '../../../server/event-types.ts'
import type { EventConsumer } from '../../../server/events.ts'
import { applyAssignments, releaseUncovered } from './assignment-store.ts'

/**
 * Keeps enrolments in step with where people work: who comes gets what is assigned there, who leaves is
 * released. It looks at where people are now, so the order of facts does not matter.
 */
const assignmentsFollowPeople: EventConsumer = {
  name: 'learning.assignments',
  types: ['PersonJoinedUnit', 'PersonLeftUnit', 'PersonDeactivated', 'UnitMoved', 'UnitMerged'],
  handle: async (tx, events, { clock }) => {
    const personIds = await peopleOf(tx, events)
    if (personIds.length === 0) return
    const act = { at: clock(), actorId: null }
    await releaseUncovered(tx, act, { personIds })
    await applyAssignments(tx, act, { personIds })
  },
}

export const learningConsumers: readonly EventConsumer[] = [assignmentsFollowPeople]

/** Everyone the facts touch: named people, and all who work at or below a unit that moved. */
async function peopleOf(tx: Tx, events: readonly DomainEvent[]): Promise<string[]> {
  const personIds = new Set<string>()
  const unitIds = new Set<string>()
  for (const event of events) {
    if ('personId' in event && event.personId) personIds.add(event.personId)
    if (event.type === 'UnitMoved') unitIds.add(event.unitId)
    if (event.type === 'UnitMerged') unitIds.add(event.intoId)
  }
  if (unitIds.size > 0) {
    const rows = await tx.execute<{ id: string }>(sql`
      select p.id from unit u join unit below on below.path <@ u.path join person p on p.unit_id = below.id
      where u.id in ${idList([...unitIds])}`)
    for (const { id } of rows) personIds.add(id)
  }
  return [...personIds]
}

import { inArray } from 'drizzle-orm'
import type { EventConsumer } from '../../../server/events.ts'
import { enrolment } from '../../learning/server/public.ts'
import { recountEnrolments, recountMovedUnits, recountPeople } from './rollup.ts'

const rollUp: EventConsumer = {
  name: 'reporting.rollup',
  types: [
    'EnrolmentChanged',
    'PersonJoinedUnit',
    'PersonLeftUnit',
    'PersonDeactivated',
    'UnitMoved',
  ],
  async handle(tx, events, { timeZone }) {
    const enrolmentIds = new Set<string>()
    const movedPersonIds = new Set<string>()
    const personIds = new Set<string>()
    for (const event of events) {
      if (event.type === 'EnrolmentChanged') {
        enrolmentIds.add(event.enrolmentId)
        if (event.change === 'completed') personIds.add(event.personId)
      } else if ('personId' in event && event.personId) {
        personIds.add(event.personId)
        movedPersonIds.add(event.personId)
      }
    }
    if (movedPersonIds.size > 0) {
      const theirs = await tx
        .select({ id: enrolment.id })
        .from(enrolment)
        .where(inArray(enrolment.personId, [...movedPersonIds]))
      for (const { id } of theirs) enrolmentIds.add(id)
    }
    if (events.some(({ type }) => type === 'UnitMoved')) await recountMovedUnits(tx)
    await recountEnrolments(tx, [...enrolmentIds], timeZone)
    await recountPeople(tx, [...personIds])
  },
}

export const reportingConsumers: EventConsumer[] = [rollUp]

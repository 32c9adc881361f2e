import { enrolmentId, personId } from '../../../../../contract/primitives.ts'
import type { MemberRow } from '../../../contract/groups.ts'

/** A made-up group of three units: who comes later in it has done less. Learner 9 has a name of many words. */
export function membersFixture(count: number, lessons: number): MemberRow[] {
  return Array.from({ length: count }, (_, index) => {
    const done = Math.floor((lessons * (count - index)) / (count + 1))
    const id = `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`
    return {
      enrolmentId: enrolmentId.parse(id),
      personId: personId.parse(id),
      displayName: `Learner ${index + 1}${index === 8 ? ', a name that does not end in one line' : ''}`,
      unit: index % 3,
      state: 'started',
      dueOn: '2026-11-30',
      isOverdue: index % 10 === 3 || index % 10 === 8,
      lastSeenAt: '2026-11-20T08:00:00.000Z',
      stuckSince: index % 10 === 8 ? '2026-11-01T08:00:00.000Z' : null,
      completedAt: null,
      quizBestShare: index % 3 === 0 ? 0.8 : null,
      quizPassed: index % 3 === 0,
      cells: `${'d'.repeat(done)}b`.padEnd(lessons, 'o').slice(0, lessons),
      presentMinutes: index,
    }
  })
}

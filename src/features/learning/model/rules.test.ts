import { expect, test } from 'vitest'
import { dueDateFor } from './assignment-reach.ts'
import { lessonsCarriedOver } from './carry-over.ts'
import { isComplete } from './completion.ts'
import { dueStateOf } from './due-state.ts'
import { canBecome, decideWithdrawal, enrolmentState } from './enrolment-state.ts'
import { readingPace } from './reading-pace.ts'

const passed = new Date('2026-11-18T09:00:00Z')

test.each([
  { done: ['a'], passedAt: passed, mark: 0.7, complete: false },
  { done: ['a', 'b'], passedAt: null, mark: 0.7, complete: false },
  { done: ['a', 'b', 'from-another-version'], passedAt: passed, mark: 0.7, complete: true },
  { done: ['a', 'b'], passedAt: null, mark: null, complete: true },
])(
  '$done done, quiz $passedAt of $mark: completed $complete',
  ({ done, passedAt, mark, complete }) => {
    const work = {
      lessonKeys: ['a', 'b'],
      completedLessonKeys: new Set(done),
      quizPassedAt: passedAt,
    }
    expect(isComplete({ lessons: 'all', quizPassMark: mark }, work)).toBe(complete)
  },
)

test('a course with nothing in it is not completed by nothing', () => {
  const nothing = { lessonKeys: [], completedLessonKeys: new Set<string>(), quizPassedAt: null }
  expect(isComplete({ lessons: 'all', quizPassMark: null }, nothing)).toBe(false)
})

test('nothing follows a completed, withdrawn or released enrolment', () => {
  for (const end of ['completed', 'withdrawn', 'released'] as const)
    for (const next of enrolmentState.options) expect(canBecome(end, next)).toBe(false)
})

test.each([
  { state: 'started', required: false, outcome: 'withdrawn' },
  { state: 'started', required: true, outcome: 'required' },
  { state: 'completed', required: true, outcome: 'already-completed' },
  { state: 'withdrawn', required: false, outcome: 'unchanged' },
] as const)(
  'withdrawing from $state, required $required: $outcome',
  ({ outcome, ...enrolment }) => {
    expect(decideWithdrawal(enrolment).outcome).toBe(outcome)
  },
)

test.each([
  { dueOn: null, open: true, due: { kind: 'none' } },
  { dueOn: '2026-11-18', open: true, due: { kind: 'soon', days: 0 } },
  { dueOn: '2026-11-17', open: true, due: { kind: 'overdue', days: 1 } },
  { dueOn: '2026-12-02', open: true, due: { kind: 'soon', days: 14 } },
  { dueOn: '2026-12-03', open: true, due: { kind: 'later', days: 15 } },
  { dueOn: '2026-11-17', open: false, due: { kind: 'none' } },
])('on 18 November, due $dueOn (open $open) is $due.kind', ({ dueOn, open, due }) => {
  expect(dueStateOf(dueOn, '2026-11-18', open)).toEqual(due)
})

test.each([
  { joinedOn: '2026-01-01', days: 30, due: '2026-12-01' },
  { joinedOn: '2026-11-20', days: 30, due: '2026-12-20' },
  { joinedOn: '2026-11-20', days: null, due: '2026-12-01' },
  { joinedOn: '2027-01-10', days: null, due: null },
])('joined $joinedOn with $days days: due $due', ({ joinedOn, days, due }) => {
  const terms = { createdOn: '2026-11-01', dueOn: '2026-12-01', dueDaysAfterJoining: days }
  expect(dueDateFor(terms, joinedOn)).toBe(due)
})

test('only lessons whose text stayed the same stay done', () => {
  const from = [
    { key: 'a', digest: '1' },
    { key: 'b', digest: '2' },
    { key: 'c', digest: '3' },
  ]
  const to = [
    { key: 'a', digest: '1' },
    { key: 'b', digest: 'changed' },
    { key: 'd', digest: '4' },
  ]
  expect(lessonsCarriedOver(from, to, new Set(['a', 'b', 'c']))).toEqual(['a'])
})

test.each([
  { seconds: 0, pace: 'unknown' },
  { seconds: 60, pace: 'much-faster' },
  { seconds: 400, pace: 'usual' },
  { seconds: 2000, pace: 'much-slower' },
])('$seconds s on an eight-minute lesson is $pace', ({ seconds, pace }) => {
  expect(readingPace(seconds, 8)).toBe(pace)
})

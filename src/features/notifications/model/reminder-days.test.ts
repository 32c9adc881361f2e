import { expect, test } from 'vitest'
import { dueDatesToRemind } from './reminder-days.ts'

test.each([
  ['a Wednesday', '2026-11-18', ['2026-11-17', '2026-11-19', '2026-11-25']],
  [
    'a Friday, for the weekend too',
    '2026-11-20',
    [
      '2026-11-19',
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
    ],
  ],
  [
    'a Monday, for what became overdue at the weekend',
    '2026-11-23',
    ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-24', '2026-11-30'],
  ],
  ['a Saturday', '2026-11-21', []],
])('reminds on %s', (_, on, dues) => {
  expect(dueDatesToRemind(on)).toEqual(dues)
})

test('every due date gets three reminders, whatever its day of the week', () => {
  const days = Array.from({ length: 60 }, (_, n) =>
    new Date(Date.UTC(2026, 9, 1 + n)).toISOString().slice(0, 10),
  )
  const asked = days.flatMap(dueDatesToRemind)
  for (const due of days.slice(20, 27)) expect(asked.filter((each) => each === due)).toHaveLength(3)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LessonSave } from './lesson-save.ts'
import { latestOf, mergeSave, plausibleTime, untouchedLesson } from './merge-saves.ts'

const instant = fc.integer({ min: 0, max: 5 }).map((minute) => `2026-11-18T09:0${minute}:00.000Z`)
const save: fc.Arbitrary<LessonSave> = fc.record({
  id: fc.uuid({ version: 7 }),
  lessonKey: fc.constant('opening'),
  at: instant,
  position: fc.option(
    fc.record({
      block: fc.nat(40),
      share: fc.constantFrom(0, 0.5, 1),
      read: fc.constantFrom(0, 0.5, 1),
    }),
  ),
  presentSeconds: fc.nat(60),
  blocks: fc.dictionary(fc.constantFrom('desk', 'phone'), fc.array(fc.nat(4), { maxLength: 3 })),
  completed: fc.boolean(),
})
const batch = fc.uniqueArray(save, { maxLength: 12, selector: ({ id }) => id })
const after = (saves: readonly LessonSave[]) => saves.reduce(mergeSave, untouchedLesson)

test('any order of the same saves gives the same state', () => {
  fc.assert(
    fc.property(
      batch.chain((saves) => fc.tuple(fc.constant(saves), shuffled(saves))),
      ([saves, other]) => {
        expect(after(other)).toEqual(after(saves))
      },
    ),
  )
})

test('a completed lesson is never opened again by a later save', () => {
  fc.assert(
    fc.property(batch, save, (saves, last) => {
      const before = after([...saves, { ...last, completed: true }])
      expect(mergeSave(before, { ...last, completed: false }).completedAt).toBe(before.completedAt)
    }),
  )
})

test('the later tick of a checklist wins, though it comes first', () => {
  const early = made('01', '2026-11-18T09:00:00.000Z', [0])
  const late = made('02', '2026-11-18T09:05:00.000Z', [0, 1])
  expect(after([late, early]).blocks.desk?.value).toEqual([0, 1])
})

test('a clock that goes wrong cannot reach before the enrolment or into the future', () => {
  const enrolledAt = new Date('2026-11-01T08:00:00Z')
  const now = new Date('2026-11-18T09:00:00Z')
  expect(plausibleTime('1999-01-01T00:00:00Z', enrolledAt, now)).toBe('2026-11-01T08:00:00.000Z')
  expect(plausibleTime('2093-01-01T00:00:00Z', enrolledAt, now)).toBe('2026-11-18T09:00:00.000Z')
  expect(plausibleTime('2026-11-10T10:00:00+01:00', enrolledAt, now)).toBe(
    '2026-11-10T09:00:00.000Z',
  )
})

test('a clock of the server that is put back does not put what is done then before what was done', () => {
  const enrolledAt = new Date('2026-11-01T08:00:00Z')
  const [before, after] = ['2026-11-18T09:00:00.000Z', '2026-11-18T09:05:00.000Z']
  const yesterday = new Date('2026-11-17T09:05:00Z')
  const last = plausibleTime(after, enrolledAt, latestOf(yesterday, new Date(before)))
  expect(after < before || last >= before).toBe(true)
  expect(latestOf(yesterday, null)).toEqual(yesterday)
  expect(latestOf(new Date(after), new Date(before))).toEqual(new Date(after))
})

const shuffled = (saves: LessonSave[]) =>
  fc.shuffledSubarray(saves, { minLength: saves.length, maxLength: saves.length })

function made(tail: string, at: string, desk: number[]): LessonSave {
  return {
    id: `01900000-0000-7000-8000-0000000000${tail}`,
    lessonKey: 'opening',
    at,
    position: null,
    presentSeconds: 0,
    blocks: { desk },
    completed: false,
  }
}

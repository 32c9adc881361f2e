import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptBackups } from './kept-backups.ts'

const taken = (...times: string[]) => times.map((name) => ({ name, day: name.slice(0, 10) }))
const kept = (times: string[], daily: number, weekly: number) =>
  [...keptBackups(taken(...times), { daily, weekly })].sort()

test('keeps the newest of each day', () => {
  const times = ['2026-11-20T02', '2026-11-20T14', '2026-11-21T02', '2026-11-22T02']
  expect(kept(times, 2, 0)).toEqual(['2026-11-21T02', '2026-11-22T02'])
  expect(kept(times, 3, 0)).toEqual(['2026-11-20T14', '2026-11-21T02', '2026-11-22T02'])
})

test('keeps the newest of each week, which ends on Sunday', () => {
  // 15 and 22 November 2026 are Sundays.
  const times = [
    '2026-11-08T02',
    '2026-11-14T02',
    '2026-11-15T02',
    '2026-11-16T02',
    '2026-11-22T02',
  ]
  expect(kept(times, 1, 2)).toEqual(['2026-11-15T02', '2026-11-22T02'])
  expect(kept(times, 1, 3)).toEqual(['2026-11-08T02', '2026-11-15T02', '2026-11-22T02'])
})

test('days without a backup cost none of the old ones', () => {
  expect(kept(['2026-01-05T02', '2026-01-06T02', '2026-11-22T02'], 3, 0)).toHaveLength(3)
})

test('the newest of all always stays, and a second look removes nothing more', () => {
  const times = fc.uniqueArray(
    fc
      .date({ min: new Date('2025-12-01'), max: new Date('2027-02-01'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    { minLength: 1, maxLength: 40 },
  )
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 9 }), fc.nat(6), (all, daily, weekly) => {
      const first = kept(all, daily, weekly)
      expect(first).toContain([...all].sort().at(-1))
      expect(first.length).toBeLessThanOrEqual(daily + weekly)
      expect(kept(first, daily, weekly)).toEqual(first)
    }),
  )
})

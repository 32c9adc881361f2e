import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBackupDue } from './is-due.ts'

const timeZone = 'Europe/Warsaw'
const quarterMs = 15 * 60_000

/** Looks each quarter of an hour, as the server does, and takes a backup when one is due; gives when. */
function takenBetween(from: string, to: string, time: string, zone = timeZone): string[] {
  const taken: string[] = []
  let lastAt: Date | null = null
  for (let at = Date.parse(from); at < Date.parse(to); at += quarterMs) {
    const now = new Date(at)
    if (!isBackupDue({ lastAt, failedAt: null }, { now, time, timeZone: zone })) continue
    lastAt = now
    taken.push(now.toISOString().slice(0, 16))
  }
  return taken
}

describe('the day’s backup', () => {
  test('is taken once, also on the days when clocks go forward over its time and back', () => {
    expect(takenBetween('2027-03-26T01:15Z', '2027-03-29T12:00Z', '02:15')).toEqual([
      '2027-03-26T01:15',
      '2027-03-27T01:15',
      // There is no 02:15: clocks go from 02:00 to 03:00.
      '2027-03-28T01:00',
      '2027-03-29T00:15',
    ])
    expect(takenBetween('2026-10-24T00:15Z', '2026-10-26T12:00Z', '02:15')).toEqual([
      '2026-10-24T00:15',
      '2026-10-25T00:15',
      '2026-10-26T01:15',
    ])
  })

  test('is one a day, at every time and in every zone', () => {
    const zone = fc.constantFrom('Europe/Warsaw', 'UTC', 'America/Sao_Paulo', 'Asia/Kathmandu')
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
    fc.assert(
      fc.property(time, zone, (at, where) => {
        const taken = takenBetween('2027-03-25T00:00Z', '2027-03-31T00:00Z', at, where)
        // The first look takes one at once, whatever the time.
        expect(taken.length).toBeGreaterThanOrEqual(6)
        expect(taken.length).toBeLessThanOrEqual(7)
      }),
      { numRuns: 20 },
    )
  })

  test('that was missed is made up for', () => {
    const lastAt = new Date('2026-11-16T01:15:00Z')
    const at = (now: string) =>
      isBackupDue({ lastAt, failedAt: null }, { now: new Date(now), time: '02:15', timeZone })
    expect(at('2026-11-17T01:14:00Z')).toBe(false)
    expect(at('2026-11-17T09:00:00Z')).toBe(true)
  })

  test('that failed is tried again after an hour', () => {
    const failedAt = new Date('2026-11-17T01:15:00Z')
    const at = (now: string) =>
      isBackupDue({ lastAt: null, failedAt }, { now: new Date(now), time: '02:15', timeZone })
    expect(at('2026-11-17T02:00:00Z')).toBe(false)
    expect(at('2026-11-17T02:15:00Z')).toBe(true)
    // A clock that was set back does not stop backups.
    expect(at('2026-11-16T01:15:00Z')).toBe(true)
  })
})

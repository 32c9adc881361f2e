import { expect, test } from 'vitest'
import { daysBetween, formatFor } from './format.ts'

test.each([
  ['en', '22 November 2026', '22/11/2026', 'November', '1,204', '46%', 'in 5 days', 'yesterday'],
  ['pl', '22 listopada 2026', '22.11.2026', 'listopad', '12 040', '46%', 'za 5 dni', 'wczoraj'],
  [
    'hu',
    '2026. november 22.',
    '2026. 11. 22.',
    'november',
    '12 040',
    '46%',
    '5 nap múlva',
    'tegnap',
  ],
])(
  '%s: writes dates, numbers and shares as its readers do',
  (language, long, short, month, number, share, ahead, back) => {
    const format = formatFor(language)
    expect(format.date('2026-11-22')).toBe(long)
    expect(format.dateShort('2026-11-22')).toBe(short)
    expect(format.month('2026-11-22')).toBe(month)
    expect(format.number(language === 'en' ? 1204 : 12040)).toBe(number.replaceAll(' ', '\u00a0'))
    expect(format.percent(0.46)).toBe(share)
    expect(format.relativeDay('2026-11-27', '2026-11-22')).toBe(ahead)
    expect(format.relativeDay('2026-11-21', '2026-11-22')).toBe(back)
  },
)

test('orders names by the alphabet of the reader', () => {
  expect(['Łęczna', 'Zamość', 'Lublin'].toSorted(formatFor('pl').compare)).toEqual([
    'Lublin',
    'Łęczna',
    'Zamość',
  ])
})

test('counts days over the change of the clock', () => {
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2)
})

import type { Chance } from './chance.ts'

const dayMs = 86_400_000

export const addDays = (at: Date, days: number): Date => new Date(at.getTime() + days * dayMs)
export const civil = (at: Date): string => at.toISOString().slice(0, 10)

/** The next working day at or after; offices are closed at weekends, on 24–26 December and 1 January. */
export function workingDay(at: Date): Date {
  const day = at.getUTCDay()
  const date = civil(at).slice(5)
  const isClosed =
    day === 0 ||
    day === 6 ||
    ['12-24', '12-25', '12-26', '01-01', '05-01', '11-01', '11-11'].includes(date)
  return isClosed ? workingDay(addDays(at, 1)) : at
}

/** A working day for a course to begin on: in holiday months mostly some weeks earlier. */
export function schoolDay(at: Date, chance: Chance): Date {
  const isHoliday = [6, 7].includes(at.getUTCMonth()) || civil(at).slice(5) > '12-12'
  return workingDay(isHoliday && chance.happens(0.7) ? addDays(at, -chance.between(40, 70)) : at)
}

/** An instant of that working day in office hours, Warsaw and Budapest time: most before noon, a few in the evening. */
export function inOfficeHours(at: Date, chance: Chance): Date {
  const isEvening = chance.happens(0.06)
  const minutes = isEvening
    ? chance.between(19 * 60, 21 * 60)
    : chance.between(7 * 60 + 30, 15 * 60 + 15)
  const midnight = new Date(`${civil(workingDay(at))}T00:00:00Z`)
  return new Date(
    midnight.getTime() +
      (minutes - summerOffsetMinutes(midnight)) * 60_000 +
      chance.between(0, 59) * 1000,
  )
}

/** Central European time: one hour, two from the last Sunday of March to the last Sunday of October. */
function summerOffsetMinutes(at: Date): number {
  const lastSunday = (month: number) => {
    const last = new Date(Date.UTC(at.getUTCFullYear(), month + 1, 0))
    return addDays(last, -last.getUTCDay())
  }
  return at >= lastSunday(2) && at < lastSunday(9) ? 120 : 60
}

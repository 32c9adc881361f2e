/**
 * Whether a change may hold from `on`: not before the day of the last change, and not after today.
 * Civil dates compare as texts. Returns the earliest day allowed, or null when `on` is fine.
 */
export function refuseDay(
  on: string,
  lastChange: string,
  today: string,
): { earliest: string } | null {
  return on < lastChange || on > today ? { earliest: lastChange } : null
}

/** A unit is closed after it was open for a day at least. */
export const refuseClosingDay = (on: string, lastChange: string, today: string) =>
  refuseDay(on, dayAfter(lastChange), today)

function dayAfter(civilDate: string): string {
  const day = new Date(`${civilDate}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

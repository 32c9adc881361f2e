/**
 * Whether a change may hold from `on`: after the day the current placement began and not after today.
 * Civil dates compare as texts. Returns the earliest day allowed, or null when `on` is fine.
 */
export function refuseDay(
  on: string,
  placedFrom: string,
  today: string,
): { earliest: string } | null {
  const earliest = dayAfter(placedFrom)
  return on < earliest || on > today ? { earliest } : null
}

export function dayAfter(civilDate: string): string {
  const day = new Date(`${civilDate}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

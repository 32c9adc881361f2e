const dayMs = 24 * 3600 * 1000
const saturday = 6
const sunday = 0

/**
 * Due dates to remind of on a working day: those 7 days and 1 day ahead and those 1 day past. Nobody is reminded at
 * a weekend: what would fall there before the due date goes out on the Friday, what would fall there after it on the
 * Monday.
 * @param on civil date; at a weekend the answer is empty
 */
export function dueDatesToRemind(on: string): string[] {
  const start = Date.parse(`${on}T00:00:00Z`)
  const after = (days: number) => new Date(start + days * dayMs)
  const isFree = (days: number) => [saturday, sunday].includes(after(days).getUTCDay())
  if (isFree(0)) return []
  const daysStoodFor = (direction: 1 | -1) => {
    const days = [0]
    for (let day = direction; isFree(day); day += direction) days.push(day)
    return days
  }
  const dues = [
    ...daysStoodFor(1).flatMap((day) => [day + 1, day + 7]),
    ...daysStoodFor(-1).map((day) => day - 1),
  ]
  return dues.toSorted((a, b) => a - b).map((days) => after(days).toISOString().slice(0, 10))
}

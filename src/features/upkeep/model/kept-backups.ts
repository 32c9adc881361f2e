/** `day` is the civil date of the installation on which it was taken; names sort by time. */
export type StoredBackup = { name: string; day: string }

export type Retention = { daily: number; weekly: number }

/**
 * Names of the backups to keep: the newest of each of the last `daily` days and of the last `weekly` weeks (Monday
 * to Sunday) that have one. Days without a backup do not count, so nothing goes while none are made.
 */
export function keptBackups(
  backups: readonly StoredBackup[],
  { daily, weekly }: Retention,
): Set<string> {
  const newestFirst = [...backups].sort((a, b) => (a.name < b.name ? 1 : -1))
  return new Set([
    ...newestOfEach(newestFirst, ({ day }) => day).slice(0, Math.max(1, daily)),
    ...newestOfEach(newestFirst, ({ day }) => mondayOf(day)).slice(0, weekly),
  ])
}

function newestOfEach(newestFirst: readonly StoredBackup[], period: (of: StoredBackup) => string) {
  const newestByPeriod = new Map<string, string>()
  for (const each of newestFirst)
    if (!newestByPeriod.has(period(each))) newestByPeriod.set(period(each), each.name)
  return [...newestByPeriod.values()]
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return date.toISOString().slice(0, 10)
}

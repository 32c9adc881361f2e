/** An hour, and a little less, for it is asked each quarter. A full disk is not tried as often as that. */
const pauseAfterFailureMs = 58 * 60_000

type Attempts = { lastAt: Date | null; failedAt: Date | null }
type At = { now: Date; time: string; timeZone: string }

/**
 * Whether the day's backup is still to be taken: the newest is from before the last time the clock on the wall passed
 * `time`. On the day a clock goes forward over it, that is when it has; where it goes back, once.
 * @param time `02:15`, in `timeZone`
 */
export function isBackupDue({ lastAt, failedAt }: Attempts, { now, time, timeZone }: At): boolean {
  const sinceFailure = failedAt ? now.getTime() - failedAt.getTime() : Number.POSITIVE_INFINITY
  if (sinceFailure >= 0 && sinceFailure < pauseAfterFailureMs) return false
  if (!lastAt) return true
  const [day, minute] = onTheWall(now, timeZone)
  const due = `${minute >= time ? day : dayBefore(day)} ${time}`
  return onTheWall(lastAt, timeZone).join(' ') < due
}

/** `2027-03-28` and `03:00`. */
function onTheWall(at: Date, timeZone: string): [day: string, minute: string] {
  const text = at.toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return [text.slice(0, 10), text.slice(11, 16)]
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}

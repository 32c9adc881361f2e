/** The civil date of an instant in the installation's time zone, `YYYY-MM-DD`. */
export function civilDateOf(at: Date, timeZone: string): string {
  // Offsets are whole quarters of an hour, so that all of one has the same date; every request asks.
  const quarter = Math.floor(at.getTime() / quarterMs)
  if (last?.quarter === quarter && last.timeZone === timeZone) return last.date
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone })
  formats.set(timeZone, format)
  last = { quarter, timeZone, date: format.format(at) }
  return last.date
}

const quarterMs = 15 * 60_000
const formats = new Map<string, Intl.DateTimeFormat>()
let last: { quarter: number; timeZone: string; date: string } | undefined

export const today = (context: { clock: () => Date; config: { timeZone: string } }): string =>
  civilDateOf(context.clock(), context.config.timeZone)

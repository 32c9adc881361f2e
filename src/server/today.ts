/** The civil date of an instant in the installation's time zone, `YYYY-MM-DD`. */
export function civilDateOf(at: Date, timeZone: string): string {
  // Making one takes longer than all else a short request does.
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone })
  formats.set(timeZone, format)
  return format.format(at)
}

const formats = new Map<string, Intl.DateTimeFormat>()

export const today = (context: { clock: () => Date; config: { timeZone: string } }): string =>
  civilDateOf(context.clock(), context.config.timeZone)

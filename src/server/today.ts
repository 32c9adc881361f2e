/** The civil date of an instant in the installation's time zone, `YYYY-MM-DD`. */
export function civilDateOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at)
}

export const today = (context: { clock: () => Date; config: { timeZone: string } }): string =>
  civilDateOf(context.clock(), context.config.timeZone)

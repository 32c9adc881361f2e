import { z } from 'zod'

/** `days` counts whole civil days: to the due date, or since it when overdue. */
export const dueState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('later'), days: z.number().int() }),
  z.object({ kind: z.literal('soon'), days: z.number().int() }),
  z.object({ kind: z.literal('overdue'), days: z.number().int() }),
])
export type DueState = z.infer<typeof dueState>

/** Two working weeks: enough for one lesson a day. */
export const soonDays = 14

/**
 * @param dueOn and `today` civil dates of the installation's zone; the due date itself is still in time
 * @param open false for completed and ended enrolments: nothing is due there any more
 */
export function dueStateOf(dueOn: string | null, today: string, open: boolean): DueState {
  if (!dueOn || !open) return { kind: 'none' }
  const days = daysBetween(today, dueOn)
  if (days < 0) return { kind: 'overdue', days: -days }
  return { kind: days <= soonDays ? 'soon' : 'later', days }
}

/** Whole civil days from one `YYYY-MM-DD` to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

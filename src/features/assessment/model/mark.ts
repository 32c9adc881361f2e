import { z } from 'zod'

/** Points of one question; `points` is 0 to `pointsPossible`. */
export const mark = z.object({ key: z.string(), points: z.number(), pointsPossible: z.number() })
export type Mark = z.infer<typeof mark>

/** Points over points possible, 0–1; an empty paper scores 0. Float noise below 1e-9 is rounded away, so that 0.7 passes 0.7. */
export function scoreShare(marks: readonly Mark[]): number {
  const possible = marks.reduce((sum, { pointsPossible }) => sum + pointsPossible, 0)
  const points = marks.reduce((sum, each) => sum + each.points, 0)
  return possible === 0 ? 0 : Math.round((points / possible) * 1e9) / 1e9
}

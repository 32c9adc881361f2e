/**
 * What screens and files both show of a share: whole percent, rounded half up; null of nothing. All but one is not
 * everybody and one is not nobody, so 100 and 0 are said only when they are meant.
 */
export function wholePercent(part: number, all: number): number | null {
  if (all === 0) return null
  if (part === all || part === 0) return part === 0 ? 0 : 100
  return Math.min(99, Math.max(1, Math.round((100 * part) / all)))
}

/** A hint to trainers how long somebody was with a lesson; never proof that it was or was not read. */
export type ReadingPace = 'unknown' | 'much-faster' | 'usual' | 'much-slower'

/**
 * Adults' silent reading differs by a factor of about two either way; only what lies outside is told.
 * @param presentSeconds seconds the page was present and active
 * @param minutes the lesson's reading time
 */
export function readingPace(presentSeconds: number, minutes: number): ReadingPace {
  if (presentSeconds === 0 || minutes === 0) return 'unknown'
  const share = presentSeconds / (minutes * 60)
  if (share < 0.25) return 'much-faster'
  return share > 3 ? 'much-slower' : 'usual'
}

/** What fits the column that keeps it. */
export const mostSequence = 2_147_483_647

/** 2020-01-01. */
const beginMs = 1_577_836_800_000

/**
 * Orders the answers to one question: always above the one known here, and as seconds of the browser's clock,
 * so that of two tabs or devices that do not know of each other the later answer counts.
 */
export function nextSequence(known: number, nowMs: number): number {
  const seconds = Math.floor((nowMs - beginMs) / 1000)
  return Math.min(mostSequence, Math.max(known + 1, seconds))
}

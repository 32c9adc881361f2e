import type { ResponseOf } from '../../model/response.ts'

/**
 * Share gained, 0–1: right choices less wrong ones, over all right ones.
 * Ticking everything therefore gains nothing where half or more are wrong.
 */
export function scoreMultipleChoice(
  key: { rightOptionIds: readonly string[] },
  response: ResponseOf<'multiple-choice'>,
): number {
  const chosen = new Set(response.optionIds)
  const right = key.rightOptionIds.filter((id) => chosen.has(id)).length
  const wrong = chosen.size - right
  return Math.max(0, (right - wrong) / key.rightOptionIds.length)
}

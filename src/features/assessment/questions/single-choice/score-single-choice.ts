import type { ResponseOf } from '../../model/response.ts'

/** Share gained, 0 or 1. */
export const scoreSingleChoice = (
  key: { rightOptionId: string },
  response: ResponseOf<'single-choice'>,
): number => (response.optionId === key.rightOptionId ? 1 : 0)

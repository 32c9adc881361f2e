import type { ResponseOf } from '../../model/response.ts'

/** Share gained, 0 or 1. */
export const scoreTrueFalse = (
  key: { answer: boolean },
  response: ResponseOf<'true-false'>,
): number => (response.value === key.answer ? 1 : 0)

import type { QuestionKey } from '../../catalogue/server/public.ts'
import type { Response } from '../model/response.ts'
import { scoreMultipleChoice } from '../questions/multiple-choice/score-multiple-choice.ts'
import { scoreOrder } from '../questions/order/score-order.ts'
import { scoreShortAnswer } from '../questions/short-answer/score-short-answer.ts'
import { scoreSingleChoice } from '../questions/single-choice/score-single-choice.ts'
import { scoreTrueFalse } from '../questions/true-false/score-true-false.ts'

/** Share of the question's point, 0–1. No response, or one of another type, gains nothing. One line a question type. */
export function scoreResponse(key: QuestionKey, given: Response | null): number {
  if (key.type === 'single-choice' && given?.type === key.type) return scoreSingleChoice(key, given)
  if (key.type === 'multiple-choice' && given?.type === key.type)
    return scoreMultipleChoice(key, given)
  if (key.type === 'true-false' && given?.type === key.type) return scoreTrueFalse(key, given)
  if (key.type === 'order' && given?.type === key.type) return scoreOrder(key, given)
  if (key.type === 'short-answer' && given?.type === key.type)
    // What is right in one language is right for a reader who answers in another.
    return scoreShortAnswer({ accept: Object.values(key.accept).flat() }, given)
  return 0
}

import type { Response } from '../features/assessment/model/response.ts'

/** An answer to a question, another one in each round. */
export function responseTo(
  { type, choiceIds }: { type: string; choiceIds: readonly string[] },
  round: number,
): Response {
  const [first = 'none'] = choiceIds
  switch (type) {
    case 'single-choice':
      return { type, optionId: choiceIds[round % choiceIds.length] ?? first }
    case 'multiple-choice':
      return { type, optionIds: choiceIds.slice(0, 1 + (round % choiceIds.length)) }
    case 'order':
      return { type, itemIds: [...choiceIds.slice(round % 2), ...choiceIds.slice(0, round % 2)] }
    case 'true-false':
      return { type, value: round % 2 === 0 }
    default:
      return { type: 'short-answer', text: `answer ${round}` }
  }
}

import type { Language } from '../../../contract/primitives.ts'
import type { QuestionKey } from '../../catalogue/server/public.ts'
import type { Response } from '../model/response.ts'
import type { ShownQuestion } from '../model/shown-question.ts'

type Reason = { optionId: string | null; text: string }

/** What was right, in words; true and false as `true` and `false`, which the screen puts into its language. */
export function rightAnswer(
  key: QuestionKey,
  question: ShownQuestion,
  language: Language,
): string[] {
  switch (key.type) {
    case 'single-choice':
      return textsOf(question, [key.rightOptionId])
    case 'multiple-choice':
      return textsOf(question, key.rightOptionIds)
    case 'order':
      return textsOf(question, key.itemIds)
    case 'true-false':
      return [String(key.answer)]
    case 'short-answer':
      return key.accept[language].slice(0, 1)
  }
}

/** Why: for the options chosen and the right ones, or for the question as a whole. */
export function reasons(key: QuestionKey, given: Response | null, language: Language): Reason[] {
  if (key.type !== 'single-choice' && key.type !== 'multiple-choice')
    return [{ optionId: null, text: key.why[language] }]
  const right = key.type === 'single-choice' ? [key.rightOptionId] : key.rightOptionIds
  const chosen =
    given?.type === 'single-choice'
      ? [given.optionId]
      : given?.type === 'multiple-choice'
        ? given.optionIds
        : []
  return [...new Set([...chosen, ...right])].flatMap((optionId) => {
    const text = key.whyByOption[language][optionId]
    return text ? [{ optionId, text }] : []
  })
}

function textsOf(question: ShownQuestion, ids: readonly string[]): string[] {
  const choices =
    question.type === 'order' ? question.items : 'options' in question ? question.options : []
  return ids.flatMap((id) => choices.filter((choice) => choice.id === id).map(({ text }) => text))
}

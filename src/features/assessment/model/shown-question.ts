import { z } from 'zod'

const choice = z.object({ id: z.string(), text: z.string() })
const base = { key: z.string(), prompt: z.string() }

/** What is needed to show a question, options in the order of this paper. Nothing here helps to mark it. */
export const shownQuestion = z.discriminatedUnion('type', [
  z.object({ ...base, type: z.literal('single-choice'), options: z.array(choice) }),
  z.object({ ...base, type: z.literal('multiple-choice'), options: z.array(choice) }),
  z.object({ ...base, type: z.literal('true-false') }),
  z.object({ ...base, type: z.literal('order'), items: z.array(choice) }),
  z.object({ ...base, type: z.literal('short-answer') }),
])
export type ShownQuestion = z.infer<typeof shownQuestion>
export type QuestionType = ShownQuestion['type']
export type ShownQuestionOf<Type extends QuestionType> = Extract<ShownQuestion, { type: Type }>

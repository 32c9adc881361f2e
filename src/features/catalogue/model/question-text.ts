import { z } from 'zod'
import { language } from '../../../contract/primitives.ts'

const choice = z.object({ id: z.string(), text: z.string() })

export const questionTypes = [
  'single-choice',
  'multiple-choice',
  'true-false',
  'order',
  'short-answer',
] as const
export type QuestionType = (typeof questionTypes)[number]

/** What is needed to show a question, by language; choices in the author's order. Nothing here helps to mark it. */
export const questionText = z.record(
  language,
  z.object({ prompt: z.string(), choices: z.array(choice) }),
)
export type QuestionText = z.infer<typeof questionText>

import { z } from 'zod'
import { language } from '../../../contract/primitives.ts'

const version = { keyVersion: z.literal(1) }
const why = z.record(language, z.string())
const whyByOption = z.record(language, z.record(z.string(), z.string()))

/** What is needed to mark a question and to explain it afterwards. Stays on the server until an attempt is submitted. */
export const questionKey = z.discriminatedUnion('type', [
  z.object({
    ...version,
    type: z.literal('single-choice'),
    rightOptionId: z.string(),
    whyByOption,
  }),
  z.object({
    ...version,
    type: z.literal('multiple-choice'),
    rightOptionIds: z.array(z.string()),
    whyByOption,
  }),
  z.object({ ...version, type: z.literal('true-false'), answer: z.boolean(), why }),
  z.object({ ...version, type: z.literal('order'), itemIds: z.array(z.string()), why }),
  z.object({
    ...version,
    type: z.literal('short-answer'),
    accept: z.record(language, z.array(z.string())),
    why,
  }),
])
export type QuestionKey = z.infer<typeof questionKey>

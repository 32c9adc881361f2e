import { z } from 'zod'
import { storable } from '../../../contract/primitives.ts'

const optionId = z.string().min(1).max(80).regex(storable)

/** What a learner gives to a question. One shape a question type. */
export const response = z.discriminatedUnion('type', [
  z.object({ type: z.literal('single-choice'), optionId }),
  z.object({ type: z.literal('multiple-choice'), optionIds: z.array(optionId).max(20) }),
  z.object({ type: z.literal('true-false'), value: z.boolean() }),
  z.object({ type: z.literal('order'), itemIds: z.array(optionId).max(20) }),
  z.object({
    type: z.literal('short-answer'),
    text: z.string().max(300).regex(storable),
  }),
])
export type Response = z.infer<typeof response>
export type ResponseOf<Type extends Response['type']> = Extract<Response, { type: Type }>

import { z } from 'zod'

const optionId = z.string().min(1).max(80)

/** What a learner gives to a question. One shape a question type. */
export const response = z.discriminatedUnion('type', [
  z.object({ type: z.literal('single-choice'), optionId }),
  z.object({ type: z.literal('multiple-choice'), optionIds: z.array(optionId).max(20) }),
  z.object({ type: z.literal('true-false'), value: z.boolean() }),
  z.object({ type: z.literal('order'), itemIds: z.array(optionId).max(20) }),
  z.object({
    type: z.literal('short-answer'),
    text: z
      .string()
      .max(300)
      .regex(/^[^\p{Cc}]*$/u),
  }),
])
export type Response = z.infer<typeof response>
export type ResponseOf<Type extends Response['type']> = Extract<Response, { type: Type }>

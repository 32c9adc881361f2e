import { z } from 'zod'
import { language } from '../../../contract/primitives.ts'

const texts = z.record(language, z.string())

/** Facts of a version that hold beside its lessons. Stored as JSON with its version. */
export const courseFacts = z.object({
  factsVersion: z.literal(1),
  introduction: texts,
  audienceNote: texts,
  outcomes: z.record(language, z.array(z.string())),
  completion: z.object({ lessons: z.literal('all'), quizPassMark: z.number().min(0).max(1) }),
  quiz: z.object({
    questionsDrawn: z.number().int().positive(),
    maxAttempts: z.number().int().positive(),
    retakeWaitHours: z.number().min(0),
    shuffle: z.boolean(),
  }),
  sources: z.array(
    z.object({ id: z.string(), title: z.string(), url: z.string(), asOf: z.string() }),
  ),
})
export type CourseFacts = z.infer<typeof courseFacts>

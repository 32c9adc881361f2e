import { z } from 'zod'
import {
  civilDate,
  courseId,
  courseVersionId,
  language,
  procedure,
  searchText,
  storable,
} from '../../contract/primitives.ts'
import type { LessonDocument } from './model/lesson-document.ts'
import { isAudience, isTopic } from './model/topics.ts'

const tags = ['catalogue']
const topic = z.string().refine(isTopic)
const audience = z.string().refine(isAudience)

const courseRow = z.object({
  courseId,
  title: z.string(),
  subtitle: z.string(),
  summary: z.string(),
  topics: z.array(z.string()),
  audience: z.array(z.string()),
  languages: z.array(language),
  minutes: z.number().int(),
  lessonCount: z.number().int(),
  legalState: civilDate,
  /** Safe SVG. */
  figure: z.string().nullable(),
})
export type CourseRow = z.infer<typeof courseRow>

export const catalogue = {
  search: procedure
    .meta({ access: 'signed-in', kept: true })
    .route({
      method: 'GET',
      path: '/courses',
      tags,
      summary: 'Courses that match, best first; all by title when nothing is asked',
    })
    .input(
      z.object({
        language,
        query: searchText.default(''),
        topic: topic.optional(),
        audience: audience.optional(),
        /** Only courses that can be read in this language. */
        readableIn: language.optional(),
        maxMinutes: z.number().int().min(1).max(10_000).optional(),
      }),
    )
    .output(z.object({ courses: z.array(courseRow), total: z.number().int() })),

  course: procedure
    .meta({ access: 'signed-in', kept: true })
    .route({
      method: 'GET',
      path: '/courses/{courseId}',
      tags,
      summary: 'One course: outcomes, outline, legal state, sources',
    })
    .input(z.object({ courseId, language }))
    .output(
      courseRow.extend({
        courseVersionId,
        versionNumber: z.number().int(),
        introduction: z.string(),
        audienceNote: z.string(),
        outcomes: z.array(z.string()),
        lessons: z.array(
          z.object({ key: z.string(), title: z.string(), minutes: z.number().int() }),
        ),
        quiz: z.object({
          questions: z.number().int(),
          passMark: z.number(),
          maxAttempts: z.number().int(),
        }),
        sources: z.array(
          z.object({ id: z.string(), title: z.string(), url: z.string(), asOf: civilDate }),
        ),
      }),
    ),

  lessonDocument: procedure
    .meta({ access: 'signed-in', kept: true })
    .route({
      method: 'GET',
      path: '/course-versions/{courseVersionId}/lessons/{lessonKey}',
      tags,
      summary: 'The text of one lesson; falls back to English',
    })
    .input(z.object({ courseVersionId, lessonKey: z.string().max(80).regex(storable), language }))
    .output(
      z.object({
        language,
        contentHash: z.string(),
        /** Compiled and checked before it was published: see `model/lesson-document.ts`. */
        document: z.custom<LessonDocument>((value) => typeof value === 'object' && value !== null),
      }),
    ),
}

import { z } from 'zod'
import {
  civilDate,
  courseId,
  courseVersionId,
  enrolmentId,
  instant,
  language,
  procedure,
} from '../../../contract/primitives.ts'
import { blockValue } from '../model/block-value.ts'
import { enrolmentState } from '../model/enrolment-state.ts'
import { lessonKey, position } from '../model/lesson-save.ts'

const mine = { own: 'enrolment', by: 'enrolmentId' } as const
const tags = ['learning']

const player = z.object({
  enrolmentId,
  courseId,
  courseVersionId,
  title: z.string(),
  legalState: civilDate.nullable(),
  state: enrolmentState,
  dueOn: civilDate.nullable(),
  completedAt: instant.nullable(),
  lessons: z.array(
    z.object({
      key: lessonKey,
      title: z.string(),
      minutes: z.number().int(),
      completedAt: instant.nullable(),
      position: position.nullable(),
    }),
  ),
  /** Where the learner was last, on any device. */
  lastLessonKey: lessonKey.nullable(),
  quiz: z
    .object({
      questionCount: z.number().int(),
      passMark: z.number(),
      passedAt: instant.nullable(),
      bestShare: z.number().nullable(),
    })
    .nullable(),
  versionOffer: z
    .object({
      courseVersionId,
      number: z.number().int(),
      /** Lessons done that need not be read again. */
      lessonsCarriedOver: z.number().int(),
      lessonsTotal: z.number().int(),
    })
    .nullable(),
})
export type PlayerOutput = z.infer<typeof player>

export const playerProcedures = {
  player: procedure
    .meta({ access: mine })
    .route({
      method: 'GET',
      path: '/enrolments/{enrolmentId}',
      tags,
      summary: 'The outline of a course with my state in it and where I was',
    })
    .input(z.object({ enrolmentId, language }))
    .output(player),

  lesson: procedure
    .meta({ access: mine })
    .route({
      method: 'GET',
      path: '/enrolments/{enrolmentId}/lessons/{lessonKey}',
      tags,
      summary: 'What I left in a lesson: ticks, tries, time; the text comes from the catalogue',
    })
    .input(z.object({ enrolmentId, lessonKey }))
    .output(
      z.object({
        blocks: z.record(z.string(), blockValue),
        position: position.nullable(),
        completedAt: instant.nullable(),
      }),
    ),
}

import { z } from 'zod'
import {
  civilDate,
  courseId,
  enrolmentId,
  instant,
  language,
  procedure,
} from '../../../contract/primitives.ts'
import { dueState } from '../model/due-state.ts'
import { enrolmentState } from '../model/enrolment-state.ts'

const homeCourse = z.object({
  enrolmentId,
  courseId,
  title: z.string(),
  state: enrolmentState,
  required: z.boolean(),
  dueOn: civilDate.nullable(),
  due: dueState,
  lessonsDone: z.number().int(),
  lessonsTotal: z.number().int(),
  hasQuiz: z.boolean(),
  completedAt: instant.nullable(),
  quizBestShare: z.number().nullable(),
})
export type HomeCourse = z.infer<typeof homeCourse>

const next = z.object({
  course: homeCourse,
  /** Safe SVG. */
  figure: z.string().nullable(),
  /** Null when all lessons are read: the quiz is left. */
  lesson: z
    .object({
      key: z.string(),
      title: z.string(),
      number: z.number().int(),
      minutesLeft: z.number().int(),
    })
    .nullable(),
})
export type HomeNext = z.infer<typeof next>

const suggestion = z.object({ courseId, title: z.string(), minutes: z.number().int() })
export type HomeSuggestion = z.infer<typeof suggestion>

export const homeProcedures = {
  home: procedure
    .meta({ access: 'signed-in' })
    .route({
      method: 'GET',
      path: '/me/home',
      tags: ['learning'],
      summary: 'What waits for me: where I was, what is due, my courses and results',
    })
    .input(z.object({ language }))
    .output(
      z.object({
        today: civilDate,
        /** The course touched last, and what to do in it. */
        next: next.nullable(),
        /** Open courses with a due date, soonest first. */
        due: z.array(homeCourse),
        /** Every course, open ones first. */
        courses: z.array(homeCourse),
        /** For who has nothing open: courses to begin with, at most three. */
        suggested: z.array(suggestion),
      }),
    ),
}

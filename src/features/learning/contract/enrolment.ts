import { z } from 'zod'
import {
  civilDate,
  courseId,
  courseVersionId,
  enrolmentId,
  instant,
  personId,
  procedure,
} from '../../../contract/primitives.ts'
import { enrolmentChange, enrolmentState } from '../model/enrolment-state.ts'
import { writtenText } from '../model/written-text.ts'

const mine = { own: 'enrolment', by: 'enrolmentId' } as const
const tags = ['learning']

const enrolled = z.object({ enrolmentId, state: enrolmentState })

const myEnrolment = z.object({
  enrolmentId,
  state: enrolmentState,
  required: z.boolean(),
  dueOn: civilDate.nullable(),
  lessonsDone: z.number().int(),
  lessonsTotal: z.number().int(),
  completedAt: instant.nullable(),
  quizBestShare: z.number().nullable(),
  canWithdraw: z.boolean(),
  /** Number of the version to change to, if there is one. */
  newerVersion: z.number().int().nullable(),
})
export type MyEnrolment = z.infer<typeof myEnrolment>

const past = z.object({
  at: instant,
  change: enrolmentChange,
  /** Who did it; null when it was oneself or came by an assignment. */
  by: z.string().nullable(),
})
export type EnrolmentPast = z.infer<typeof past>

export const enrolmentProcedures = {
  enrol: procedure
    .meta({ access: 'signed-in' })
    .route({
      method: 'POST',
      path: '/courses/{courseId}/enrolment',
      tags,
      summary: 'Enrol oneself; who is enrolled already gets that enrolment',
    })
    .input(z.object({ courseId }))
    .output(enrolled),

  withdraw: procedure
    .meta({ access: mine })
    .route({
      method: 'POST',
      path: '/enrolments/{enrolmentId}/withdrawal',
      tags,
      summary: 'Leave a course of one’s own choice; what was done is kept for the next time',
    })
    .errors({
      ALREADY_COMPLETED: { status: 409, data: z.object({ completedAt: instant }) },
      REQUIRED: { status: 409, data: z.object({ dueOn: civilDate.nullable() }) },
    })
    .input(z.object({ enrolmentId }))
    .output(enrolled),

  switchVersion: procedure
    .meta({ access: mine })
    .route({
      method: 'POST',
      path: '/enrolments/{enrolmentId}/version',
      tags,
      summary:
        'Go on with the current version of the course; lessons that did not change stay done',
    })
    .errors({
      ENROLMENT_CLOSED: { status: 409 },
      VERSION_NOT_OFFERED: { status: 409, data: z.object({ offered: courseVersionId.nullable() }) },
    })
    .input(z.object({ enrolmentId, courseVersionId }))
    .output(z.object({ lessonsCarriedOver: z.number().int(), lessonsTotal: z.number().int() })),

  enrolPerson: procedure
    .meta({ access: { permission: 'learning.enrol', on: 'person', by: 'personId' } })
    .route({
      method: 'POST',
      path: '/people/{personId}/enrolments',
      tags,
      summary: 'Enrol somebody else; who is enrolled already keeps that enrolment',
    })
    .errors({ DUE_IN_THE_PAST: { status: 422, data: z.object({ today: civilDate }) } })
    .input(
      z.object({
        personId,
        courseId,
        dueOn: civilDate.nullable().default(null),
        required: z.boolean().default(false),
      }),
    )
    .output(enrolled),

  release: procedure
    .meta({ access: { permission: 'learning.enrol', on: 'enrolment', by: 'enrolmentId' } })
    .route({
      method: 'POST',
      path: '/enrolments/{enrolmentId}/release',
      tags,
      summary: 'Release somebody from a course she need not take any more',
    })
    .errors({ ALREADY_COMPLETED: { status: 409, data: z.object({ completedAt: instant }) } })
    .input(z.object({ enrolmentId, reason: writtenText(500).default('') }))
    .output(enrolled),

  courseEnrolment: procedure
    .meta({ access: 'signed-in' })
    .route({
      method: 'GET',
      path: '/courses/{courseId}/enrolment',
      tags,
      summary: 'My enrolment on a course, with its history',
    })
    .input(z.object({ courseId }))
    .output(
      z.object({
        enrolment: myEnrolment.nullable(),
        /** Of this and earlier enrolments, newest first. */
        history: z.array(past),
      }),
    ),
}

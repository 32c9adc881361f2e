import { z } from 'zod'
import {
  attemptId,
  courseId,
  courseVersionId,
  enrolmentId,
  groupId,
  instant,
  language,
  procedure,
  storable,
} from '../../contract/primitives.ts'
import { response } from './model/response.ts'
import { mostSequence } from './model/sequence.ts'
import { shownQuestion } from './model/shown-question.ts'

const own = { own: 'enrolment', by: 'enrolmentId' } as const

/** Points gained and possible of one attempt; `share` is 0–1. */
const result = z.object({
  attemptId,
  number: z.number().int(),
  submittedAt: instant,
  points: z.number(),
  pointsPossible: z.number(),
  share: z.number(),
  passed: z.boolean(),
})

const attemptClosed = { ATTEMPT_CLOSED: { status: 409, data: z.object({ submittedAt: instant }) } }

export const assessment = {
  overview: procedure
    .meta({ access: own })
    .route({
      method: 'GET',
      path: '/enrolments/{enrolmentId}/quiz',
      tags: ['assessment'],
      summary: 'The quiz of an enrolment: rules, attempts so far, whether it can be taken now',
    })
    .input(z.object({ enrolmentId, language }))
    .output(
      z.object({
        courseId,
        courseTitle: z.string(),
        questionCount: z.number().int(),
        passMark: z.number(),
        maxAttempts: z.number().int(),
        lessonsLeft: z.number().int(),
        openAttemptId: attemptId.nullable(),
        /** Of this version, less what was handed in by enrolments one left. */
        attemptsLeft: z.number().int(),
        /** Of this enrolment on this version. */
        results: z.array(result),
        /** Null when it can be taken now or never again. */
        nextAttemptAt: instant.nullable(),
        canStart: z.boolean(),
      }),
    ),

  start: procedure
    .meta({ access: own })
    .route({
      method: 'POST',
      path: '/enrolments/{enrolmentId}/quiz/attempts',
      tags: ['assessment'],
      summary: 'Open an attempt, or give the one that is open',
    })
    .errors({
      NO_ATTEMPTS_LEFT: { status: 409, data: z.object({ maxAttempts: z.number().int() }) },
      RETAKE_TOO_EARLY: { status: 409, data: z.object({ nextAttemptAt: instant }) },
      NOT_ENROLLED: { status: 409 },
    })
    .input(z.object({ enrolmentId }))
    .output(z.object({ attemptId })),

  paper: procedure
    .meta({ access: own })
    .route({
      method: 'GET',
      path: '/enrolments/{enrolmentId}/quiz/attempts/{attemptId}',
      tags: ['assessment'],
      summary: 'The questions of an attempt with the answers given so far; no keys',
    })
    .input(z.object({ enrolmentId, attemptId, language }))
    .output(
      z.object({
        attemptId,
        number: z.number().int(),
        courseTitle: z.string(),
        passMark: z.number(),
        submittedAt: instant.nullable(),
        questions: z.array(
          z.object({
            question: shownQuestion,
            response: response.nullable(),
            sequence: z.number(),
          }),
        ),
      }),
    ),

  answer: procedure
    .meta({ access: own })
    .route({
      method: 'PUT',
      path: '/enrolments/{enrolmentId}/quiz/attempts/{attemptId}/answers/{answerId}',
      tags: ['assessment'],
      summary: 'Save one answer; the same answerId is stored once',
    })
    .errors({ ...attemptClosed, NOT_ON_PAPER: { status: 422 } })
    .input(
      z.object({
        enrolmentId,
        attemptId,
        /** Made by the browser, so that a save sent again counts once. */
        answerId: z.uuid(),
        questionKey: z.string().max(80).regex(storable),
        sequence: z.number().int().min(0).max(mostSequence),
        response,
      }),
    )
    .output(z.object({ savedAt: instant })),

  submit: procedure
    .meta({ access: own })
    .route({
      method: 'POST',
      path: '/enrolments/{enrolmentId}/quiz/attempts/{attemptId}/submission',
      tags: ['assessment'],
      summary: 'Hand in an attempt and have it marked; handing in twice gives the first result',
    })
    .input(z.object({ enrolmentId, attemptId }))
    .output(result),

  review: procedure
    .meta({ access: own })
    .route({
      method: 'GET',
      path: '/enrolments/{enrolmentId}/quiz/attempts/{attemptId}/review',
      tags: ['assessment'],
      summary: 'A submitted attempt: marks, reasons and the lesson to reread for each question',
    })
    .errors({ NOT_SUBMITTED: { status: 409 } })
    .input(z.object({ enrolmentId, attemptId, language }))
    .output(
      z.object({
        result,
        passMark: z.number(),
        courseTitle: z.string(),
        attemptsLeft: z.number().int(),
        questions: z.array(
          z.object({
            question: shownQuestion,
            response: response.nullable(),
            points: z.number(),
            pointsPossible: z.number(),
            /** What was right, in words, in the order to show it. */
            rightAnswer: z.array(z.string()),
            /** Why, for the choices made, or for the question as a whole. */
            reasons: z.array(z.object({ optionId: z.string().nullable(), text: z.string() })),
            lesson: z.object({ key: z.string(), title: z.string() }),
          }),
        ),
      }),
    ),

  questionStatistics: procedure
    .meta({ access: { permission: 'groups.read', on: 'group', by: 'groupId' } })
    .route({
      method: 'GET',
      path: '/groups/{groupId}/quiz-questions',
      tags: ['assessment'],
      summary: 'How hard each question was for a group; hidden below five attempts',
    })
    .input(z.object({ groupId, language }))
    .output(
      z.object({
        attempts: z.number().int(),
        courseVersionId: courseVersionId.nullable(),
        questions: z.array(
          z.object({
            key: z.string(),
            prompt: z.string(),
            lessonKey: z.string(),
            answered: z.number().int(),
            /** Mean share of the points gained, 0–1. */
            meanShare: z.number(),
          }),
        ),
      }),
    ),
}

import { randomInt } from 'node:crypto'
import { eq } from 'drizzle-orm'
import {
  attemptId as attemptIdSchema,
  courseId as courseIdSchema,
  type Language,
} from '../../../contract/primitives.ts'
import type { Db } from '../../../server/db/connect.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { course } from '../../catalogue/server/public.ts'
import { enrolment, lockEnrolment } from '../../learning/server/public.ts'
import { assessment } from '../contract.ts'
import { decideStart } from '../model/attempt-rules.ts'
import { drawPaper } from '../model/draw-paper.ts'
import {
  drawableQuestions,
  knownKeys,
  knownRules,
  knownTitles,
  quizRules,
  shownQuestions,
} from './bank.ts'
import { questionStatistics } from './question-statistics.ts'
import { resultOf } from './results.ts'
import { reasons, rightAnswer } from './review.ts'
import { saveAnswer } from './save-answer.ts'
import { quizAttempt } from './schema.ts'
import { attemptsOf, attemptsThatCount, currentAnswers, findAttempt, lockAttempt } from './store.ts'
import { submitAttempt } from './submit.ts'

const handle = handlersFor(assessment)

export const assessmentHandlers = handle.router({
  overview: handle.overview.handler(async ({ input, context, errors }) => {
    const found = await enrolmentWithCourse(context.db, input.enrolmentId, input.language)
    if (!found) throw errors.NOT_FOUND()
    const [{ quiz, completion }, counted] = await Promise.all([
      knownRules(context, found.courseVersionId),
      attemptsThatCount(context.db, input.enrolmentId, found.courseVersionId),
    ])
    const decision = decideStart(counted, quiz, context.clock())
    const open = counted.find(({ submittedAt }) => submittedAt === null)
    const isCurrent = found.state !== 'withdrawn' && found.state !== 'released'
    return {
      courseId: courseIdSchema.parse(found.courseId),
      courseTitle: found.courseTitle,
      questionCount: quiz.questionsDrawn,
      passMark: completion.quizPassMark,
      maxAttempts: quiz.maxAttempts,
      lessonsLeft: found.lessonsTotal - found.lessonsDone,
      openAttemptId: open ? attemptIdSchema.parse(open.id) : null,
      attemptsLeft: Math.max(
        0,
        quiz.maxAttempts - counted.filter(({ submittedAt }) => submittedAt).length,
      ),
      results: counted
        .filter((attempt) => attempt.enrolmentId === input.enrolmentId)
        .flatMap((attempt) => resultOf(attempt) ?? []),
      nextAttemptAt: decision.type === 'too-early' ? decision.nextAttemptAt.toISOString() : null,
      canStart: isCurrent && decision.type === 'may-start',
    }
  }),

  start: handle.start.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const row = await lockEnrolment(tx, input.enrolmentId)
      if (!row) throw errors.NOT_FOUND()
      if (row.state === 'withdrawn' || row.state === 'released') throw errors.NOT_ENROLLED()
      const { quiz, completion } = await quizRules(tx, row.courseVersionId)
      const attempts = await attemptsOf(tx, row.id)
      const counted = await attemptsThatCount(tx, row.id, row.courseVersionId)
      const decision = decideStart(counted, quiz, context.clock())
      if (decision.type === 'no-attempts-left')
        throw errors.NO_ATTEMPTS_LEFT({ data: { maxAttempts: quiz.maxAttempts } })
      if (decision.type === 'too-early')
        throw errors.RETAKE_TOO_EARLY({
          data: { nextAttemptAt: decision.nextAttemptAt.toISOString() },
        })
      const open = attempts.find(({ submittedAt }) => submittedAt === null)
      if (decision.type === 'continue-open' && open)
        return { attemptId: attemptIdSchema.parse(open.id) }
      // Begun before a change of version: closed as it is, for it can tell nothing about the new one.
      if (open) await submitAttempt(tx, context, open)
      const seed = randomInt(2 ** 31 - 1)
      const rules = { count: quiz.questionsDrawn, shuffle: quiz.shuffle }
      const paper = drawPaper(await drawableQuestions(tx, row.courseVersionId), rules, seed)
      const id = context.newId()
      await tx.insert(quizAttempt).values({
        id,
        enrolmentId: row.id,
        courseVersionId: row.courseVersionId,
        number: attempts.length + 1,
        seed,
        paper,
        startedAt: context.clock(),
        passMark: completion.quizPassMark,
      })
      return { attemptId: attemptIdSchema.parse(id) }
    }),
  ),

  paper: handle.paper.handler(async ({ input, context, errors }) => {
    const attempt = await findAttempt(context.db, input.enrolmentId, input.attemptId)
    if (!attempt) throw errors.NOT_FOUND()
    const [shown, answers, titles] = await Promise.all([
      shownQuestions(context, attempt.courseVersionId, attempt.paper, input.language),
      currentAnswers(context.db, attempt.id),
      knownTitles(context, attempt.courseVersionId),
    ])
    return {
      attemptId: input.attemptId,
      number: attempt.number,
      courseTitle: titles.course[input.language] ?? titles.course.en ?? '',
      passMark: attempt.passMark,
      submittedAt: attempt.submittedAt?.toISOString() ?? null,
      questions: shown.map(({ question }) => {
        const answer = answers.get(question.key)
        return { question, response: answer?.response ?? null, sequence: answer?.sequence ?? 0 }
      }),
    }
  }),

  answer: handle.answer.handler(async ({ input, context, errors }) => {
    const outcome = await saveAnswer(context, input)
    switch (outcome.type) {
      case 'saved':
        return { savedAt: outcome.at.toISOString() }
      case 'closed':
        throw errors.ATTEMPT_CLOSED({ data: { submittedAt: outcome.at.toISOString() } })
      case 'no-attempt':
        throw errors.NOT_FOUND()
      case 'not-on-paper':
        throw errors.NOT_ON_PAPER()
    }
  }),

  submit: handle.submit.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      // The enrolment first, as everywhere: two locks in two orders would wait for each other.
      await lockEnrolment(tx, input.enrolmentId)
      const attempt = await lockAttempt(tx, input.enrolmentId, input.attemptId)
      if (!attempt) throw errors.NOT_FOUND()
      const result = resultOf(attempt) ?? resultOf(await submitAttempt(tx, context, attempt))
      if (!result) throw new Error('a submitted attempt has a result')
      return result
    }),
  ),

  review: handle.review.handler(async ({ input, context, errors }) => {
    const attempt = await findAttempt(context.db, input.enrolmentId, input.attemptId)
    if (!attempt) throw errors.NOT_FOUND()
    const result = resultOf(attempt)
    if (!result) throw errors.NOT_SUBMITTED()
    const { courseVersionId, paper } = attempt
    const [shown, answers, keys, titles, counted, rules] = await Promise.all([
      shownQuestions(context, courseVersionId, paper, input.language),
      currentAnswers(context.db, attempt.id),
      knownKeys(context, courseVersionId),
      knownTitles(context, courseVersionId),
      attemptsThatCount(context.db, input.enrolmentId, courseVersionId),
      knownRules(context, courseVersionId),
    ])
    return {
      result,
      passMark: attempt.passMark,
      courseTitle: titles.course[input.language] ?? titles.course.en ?? '',
      attemptsLeft: Math.max(0, rules.quiz.maxAttempts - counted.length),
      questions: shown.map(({ question, lessonKey }) => {
        const key = keys.get(question.key)
        const mark = attempt.marks?.find((each) => each.key === question.key)
        const response = answers.get(question.key)?.response ?? null
        const title = titles.lessons.get(lessonKey)
        return {
          question,
          response,
          points: mark?.points ?? 0,
          pointsPossible: mark?.pointsPossible ?? 1,
          rightAnswer: key ? rightAnswer(key, question, input.language) : [],
          reasons: key ? reasons(key, response, input.language) : [],
          lesson: { key: lessonKey, title: title?.[input.language] ?? title?.en ?? lessonKey },
        }
      }),
    }
  }),

  questionStatistics: handle.questionStatistics.handler(({ input, context }) =>
    questionStatistics(context.db, input.groupId, input.language),
  ),
})

async function enrolmentWithCourse(db: Db, enrolmentId: string, language: Language) {
  const [row] = await db
    .select({
      state: enrolment.state,
      courseId: enrolment.courseId,
      courseVersionId: enrolment.courseVersionId,
      lessonsDone: enrolment.lessonsDone,
      lessonsTotal: enrolment.lessonsTotal,
      title: course.title,
    })
    .from(enrolment)
    .innerJoin(course, eq(course.id, enrolment.courseId))
    .where(eq(enrolment.id, enrolmentId))
  if (!row) return null
  const { title, ...rest } = row
  return { ...rest, courseTitle: title[language] ?? title.en ?? row.courseId }
}

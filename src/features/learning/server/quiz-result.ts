import { eq } from 'drizzle-orm'
import type { Context } from '../../../server/context.ts'
import type { Tx } from '../../../server/db/connect.ts'
import { isOpen } from '../model/enrolment-state.ts'
import { completeIfDone } from './complete.ts'
import { type LoggedChange, logChanges } from './enrolment-log.ts'
import { lockEnrolment } from './enrolment-store.ts'
import { enrolment } from './schema.ts'

export type QuizResult = {
  enrolmentId: string
  /** Whose questions were answered. */
  courseVersionId: string
  attemptId: string
  /** 0–1 */
  scoreShare: number
  passed: boolean
  at: Date
}

/**
 * Takes the result of a submitted attempt, in its transaction. The first pass stands, whatever comes after;
 * the best share is kept. An ended enrolment keeps the result but is not completed by it. The quiz of a version
 * that the learner left says nothing about the one she is on.
 */
export async function recordQuizResult(tx: Tx, context: Context, result: QuizResult) {
  const row = await lockEnrolment(tx, result.enrolmentId)
  if (!row || row.courseVersionId !== result.courseVersionId) return
  const act = { at: result.at, actorId: context.session?.personId ?? null }
  const passedNow = result.passed && row.quizPassedAt === null
  const startsNow = row.state === 'enrolled'
  await tx
    .update(enrolment)
    .set({
      quizBestShare: Math.max(row.quizBestShare ?? 0, result.scoreShare),
      ...(passedNow ? { quizPassedAt: result.at } : {}),
      ...(startsNow ? { state: 'started', startedAt: result.at } : {}),
    })
    .where(eq(enrolment.id, row.id))
  const changes: LoggedChange[] = []
  if (startsNow) changes.push({ enrolment: row, change: 'started' })
  const { attemptId, scoreShare } = result
  if (passedNow)
    changes.push({ enrolment: row, change: 'quiz-passed', detail: { attemptId, scoreShare } })
  await logChanges(tx, act, changes)
  if (isOpen(row.state)) await completeIfDone(tx, act, row.id)
}

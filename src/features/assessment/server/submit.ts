import type { Context } from '../../../server/context.ts'
import type { Tx } from '../../../server/db/connect.ts'
import { publish } from '../../../server/events.ts'
import { recordQuizResult } from '../../learning/server/public.ts'
import { type Mark, scoreShare } from '../model/mark.ts'
import { keysForMarking } from './bank.ts'
import { scoreResponse } from './score-response.ts'
import { type Attempt, closeAttempt, currentAnswers } from './store.ts'

/** Marks a locked, open attempt and tells learning; everything in the caller's transaction. */
export async function submitAttempt(tx: Tx, context: Context, attempt: Attempt): Promise<Attempt> {
  const keys = await keysForMarking(tx, attempt.courseVersionId, attempt.paper)
  const answers = await currentAnswers(tx, attempt.id)
  const marks = attempt.paper.questions.map(({ key }): Mark => {
    const marking = keys.get(key)
    if (!marking) throw new Error(`no key for question ${key}`)
    return {
      key,
      points: scoreResponse(marking, answers.get(key)?.response ?? null),
      pointsPossible: 1,
    }
  })
  const share = scoreShare(marks)
  const outcome = {
    submittedAt: context.clock(),
    scoreShare: share,
    passed: share >= attempt.passMark,
    marks,
  }
  await closeAttempt(tx, attempt.id, outcome)
  const { id: attemptId, enrolmentId, courseVersionId } = attempt
  const { passed, submittedAt: at } = outcome
  const result = { enrolmentId, courseVersionId, attemptId, scoreShare: share, passed, at }
  await recordQuizResult(tx, context, result)
  await publish(tx, { type: 'QuizSubmitted', enrolmentId, attemptId, scoreShare: share, passed })
  return { ...attempt, ...outcome }
}

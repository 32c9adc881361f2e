import { ORPCError } from '@orpc/client'
import type { AttemptId, EnrolmentId } from '../../../contract/primitives.ts'
import { isPassing, pauseMs } from '../../../web/again.ts'
import { client } from '../../../web/api.ts'
import { type AnswerQueue, createAnswerQueue } from './answer-queue.ts'
import { answerStorage } from './answer-storage.ts'

const queueByAttempt = new Map<AttemptId, AnswerQueue>()

/** A server that hangs must not hold up what comes after. */
const patienceMs = 30_000

/** The queue of one attempt; it goes on sending when the quiz is left for another page. */
export function attemptQueue(enrolmentId: EnrolmentId, attemptId: AttemptId): AnswerQueue {
  const known = queueByAttempt.get(attemptId)
  if (known) return known
  const queue = createAnswerQueue({
    storage: answerStorage(enrolmentId, attemptId),
    send: (answer) =>
      client.assessment.answer(
        { enrolmentId, attemptId, ...answer },
        { signal: AbortSignal.timeout(patienceMs) },
      ),
    judge: (error) => {
      if (isPassing(error)) return 'again'
      // Who is signed in may change; what the attempt refuses it will refuse always.
      const isSomebodyElse = error instanceof ORPCError && [401, 403, 404].includes(error.status)
      return isSomebodyElse ? 'keep' : 'drop'
    },
    pauseMs,
    wait: (run, milliseconds) => {
      const timer = window.setTimeout(run, milliseconds)
      return () => window.clearTimeout(timer)
    },
  })
  window.addEventListener('online', () => void queue.flush())
  queueByAttempt.set(attemptId, queue)
  return queue
}

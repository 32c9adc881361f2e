import { ORPCError } from '@orpc/client'
import type { AttemptId, EnrolmentId } from '../../../contract/primitives.ts'
import { isPassing, pauseMs } from '../../../web/again.ts'
import { client } from '../../../web/api.ts'
import { patience, wait, whenOnline } from '../../../web/in-background.ts'
import { type AnswerQueue, createAnswerQueue } from './answer-queue.ts'
import { answerStorage } from './answer-storage.ts'

const queueByAttempt = new Map<AttemptId, AnswerQueue>()

/** The queue of one attempt; it goes on sending when the quiz is left for another page. */
export function attemptQueue(enrolmentId: EnrolmentId, attemptId: AttemptId): AnswerQueue {
  const known = queueByAttempt.get(attemptId)
  if (known) return known
  const queue = createAnswerQueue({
    storage: answerStorage(enrolmentId, attemptId),
    send: (answer) =>
      client.assessment.answer({ enrolmentId, attemptId, ...answer }, { signal: patience() }),
    judge: (error) => {
      if (isPassing(error)) return 'again'
      // Who is signed in may change; what the attempt refuses it will refuse always.
      const isSomebodyElse = error instanceof ORPCError && [401, 403, 404].includes(error.status)
      return isSomebodyElse ? 'keep' : 'drop'
    },
    pauseMs,
    wait,
  })
  whenOnline(() => void queue.flush())
  queueByAttempt.set(attemptId, queue)
  return queue
}

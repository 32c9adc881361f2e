import type { AttemptId, EnrolmentId } from '../../../contract/primitives.ts'
import { attemptsWaiting } from './answer-storage.ts'
import { attemptQueue } from './attempt-queue.ts'

/** Answers that are still in this browser alone go out, whatever page is open. */
export const sendWaiting = () => Promise.all(queues().map((queue) => queue.flush()))

/** What the server refuses is somebody else's, who was here before. */
export const isSent = () => queues().every((queue) => queue.state().type === 'refused')

const queues = () =>
  attemptsWaiting().map(({ enrolmentId, attemptId }) =>
    // The server refuses what is none.
    attemptQueue(enrolmentId as EnrolmentId, attemptId as AttemptId),
  )

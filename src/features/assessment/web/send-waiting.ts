import type { AttemptId, EnrolmentId } from '../../../contract/primitives.ts'
import { attemptsWaiting } from './answer-storage.ts'
import { attemptQueue } from './attempt-queue.ts'

/** Answers that are still in this browser alone go out, whatever page is open. */
export function sendWaiting(): void {
  // The server refuses what is none.
  for (const { enrolmentId, attemptId } of attemptsWaiting())
    void attemptQueue(enrolmentId as EnrolmentId, attemptId as AttemptId).flush()
}

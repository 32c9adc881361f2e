import { ORPCError } from '@orpc/client'
import { v7 } from 'uuid'
import type { EnrolmentId } from '../../../../contract/primitives.ts'
import { api, client, queryClient } from '../../../../web/api.ts'
import { createProgressQueue, type ProgressQueue } from './progress-queue.ts'
import { saveStorage } from './save-storage.ts'

/** What one enrolment's lessons have to tell the server, for as long as the player is open. */
export function openEnrolmentQueue(enrolmentId: EnrolmentId): ProgressQueue {
  const queue = createProgressQueue({
    storage: saveStorage(enrolmentId),
    send: async (saves) => {
      const { acknowledged } = await client.learning.saveProgress({ enrolmentId, saves })
      if (saves.some(({ completed }) => completed))
        await queryClient.invalidateQueries({ queryKey: api.learning.key() })
      return acknowledged
    },
    // A server in trouble gets better; a refusal stays one.
    isFinal: (error) => error instanceof ORPCError && error.status >= 400 && error.status < 429,
    clock: () => new Date(),
    newId: v7,
    wait: (run, milliseconds) => {
      const timer = window.setTimeout(run, milliseconds)
      return () => window.clearTimeout(timer)
    },
  })

  const whenBack = () => void queue.flush()
  const whenHidden = () => {
    if (document.visibilityState === 'hidden') sendWithLastBreath(enrolmentId, queue)
  }
  window.addEventListener('online', whenBack)
  document.addEventListener('visibilitychange', whenHidden)
  void queue.flush()

  return {
    ...queue,
    stop: () => {
      window.removeEventListener('online', whenBack)
      document.removeEventListener('visibilitychange', whenHidden)
      sendWithLastBreath(enrolmentId, queue)
      queue.stop()
    },
  }
}

/** The page may be gone before an answer comes: what was sent stays pending, and the server counts it once. */
function sendWithLastBreath(enrolmentId: EnrolmentId, queue: ProgressQueue) {
  const saves = queue.leave()
  if (saves.length === 0) return
  void fetch(`/api/enrolments/${enrolmentId}/progress`, {
    method: 'POST',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ saves }),
  }).catch(() => {})
}

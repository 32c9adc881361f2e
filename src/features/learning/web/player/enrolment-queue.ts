import { v7 } from 'uuid'
import type { EnrolmentId } from '../../../../contract/primitives.ts'
import { isPassing, pauseMs } from '../../../../web/again.ts'
import { api, client, queryClient } from '../../../../web/api.ts'
import { patience, wait, whenOnline } from '../../../../web/in-background.ts'
import type { LessonSave } from '../../model/lesson-save.ts'
import { learningQueries } from '../queries.ts'
import { withPending } from './lesson-left.ts'
import { createProgressQueue, type ProgressQueue } from './progress-queue.ts'
import { saveStorage } from './save-storage.ts'

const queueByEnrolment = new Map<EnrolmentId, ProgressQueue>()

/** The queue of one enrolment; it goes on sending when the player is left for another page. */
export function enrolmentQueue(enrolmentId: EnrolmentId): ProgressQueue {
  const known = queueByEnrolment.get(enrolmentId)
  if (known) return known
  const queue = createProgressQueue({
    storage: saveStorage(enrolmentId),
    send: async (saves) => {
      const { acknowledged } = await client.learning.saveProgress(
        { enrolmentId, saves },
        { signal: patience() },
      )
      remember(enrolmentId, saves)
      if (saves.some(({ completed }) => completed)) refreshViews()
      return acknowledged
    },
    isFinal: (error) => !isPassing(error),
    pauseMs,
    clock: () => new Date(),
    newId: v7,
    wait,
  })
  whenOnline(() => void queue.flush())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') sendWithLastBreath(enrolmentId, queue)
  })
  queueByEnrolment.set(enrolmentId, queue)
  return queue
}

/** A lesson opened again without a line shows what was done in it since it was read. */
function remember(enrolmentId: EnrolmentId, saves: readonly LessonSave[]) {
  for (const lessonKey of new Set(saves.map((save) => save.lessonKey)))
    queryClient.setQueryData(
      learningQueries.lesson(enrolmentId, lessonKey).queryKey,
      (known) => known && { ...known, ...withPending(known, saves, lessonKey) },
    )
}

function refreshViews() {
  for (const view of [api.learning.player, api.learning.home, api.learning.courseEnrolment])
    void queryClient.invalidateQueries({ queryKey: view.key() })
}

/**
 * A page out of sight may be gone before an answer comes. What was sent stays pending until it is
 * acknowledged, and the server counts it once. `visibilitychange` is the last event phones are sure to give.
 */
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

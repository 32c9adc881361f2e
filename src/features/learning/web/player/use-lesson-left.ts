import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { EnrolmentId } from '../../../../contract/primitives.ts'
import { learningQueries } from '../queries.ts'
import { withPending } from './lesson-left.ts'
import type { ProgressQueue } from './progress-queue.ts'
import { isSaveOf } from './save-storage.ts'

const settleMs = 300

/**
 * What was left in a lesson: by the server, and over it what still waits here. Read again when another tab has
 * saved, and on coming back to the page, which may have been left for another device: who ticks a list here must
 * not untick what was ticked there.
 */
export function useLessonLeft(enrolmentId: EnrolmentId, lessonKey: string, queue: ProgressQueue) {
  const query = learningQueries.lesson(enrolmentId, lessonKey)
  const { data: known } = useSuspenseQuery(query)
  const [left, setLeft] = useState(() => withPending(known, queue.pending(), lessonKey))
  const queryClient = useQueryClient()

  useEffect(() => {
    let timer = 0
    const readAgain = async () => {
      await queue.flush()
      const now = await queryClient.fetchQuery({ ...query, staleTime: 0 })
      setLeft(withPending(now, queue.pending(), lessonKey))
    }
    const soon = () => {
      window.clearTimeout(timer)
      // Without a line what is here will do.
      timer = window.setTimeout(() => void readAgain().catch(() => {}), settleMs)
    }
    const whenSaved = ({ key, newValue }: StorageEvent) => {
      // A save goes when the server has it.
      if (newValue === null && isSaveOf(enrolmentId, key)) soon()
    }
    const whenSeen = () => document.visibilityState === 'visible' && soon()
    window.addEventListener('storage', whenSaved)
    window.addEventListener('focus', soon)
    document.addEventListener('visibilitychange', whenSeen)
    return () => {
      window.clearTimeout(timer)
      window.removeEventListener('storage', whenSaved)
      window.removeEventListener('focus', soon)
      document.removeEventListener('visibilitychange', whenSeen)
    }
  }, [enrolmentId, lessonKey, queue, query, queryClient])
  return left
}

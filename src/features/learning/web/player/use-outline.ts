import { useSyncExternalStore } from 'react'
import type { PlayerOutput } from '../../contract/player.ts'
import { minutesLeft } from '../../model/resume.ts'
import type { ProgressQueue } from './progress-queue.ts'

export type OutlineView = {
  lessons: { key: string; title: string; minutes: number; completed: boolean }[]
  lessonsDone: number
  minutesLeft: number
}

/** The outline as the learner sees it: what waits in the queue counts as done already. */
export function useOutline(player: PlayerOutput, queue: ProgressQueue): OutlineView {
  const pending = useSyncExternalStore(queue.subscribe, queue.pending)
  const finishedHere = new Set(
    pending.filter(({ completed }) => completed).map(({ lessonKey }) => lessonKey),
  )
  const lessons = player.lessons.map(({ key, title, minutes, completedAt }) => ({
    key,
    title,
    minutes,
    completed: completedAt !== null || finishedHere.has(key),
  }))
  const readShares = new Map(
    player.lessons.map(({ key, position }) => [key, position?.read ?? 0] as const),
  )
  return {
    lessons,
    lessonsDone: lessons.filter(({ completed }) => completed).length,
    minutesLeft: minutesLeft(lessons, readShares),
  }
}

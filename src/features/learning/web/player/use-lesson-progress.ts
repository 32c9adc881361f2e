import { type RefObject, useEffect, useRef, useState } from 'react'
import { sessionEvents } from '../../../../web/api.ts'
import type { LessonSave, Position } from '../../model/lesson-save.ts'
import { lessonBlocks } from './lesson-blocks.ts'
import { watchPresence } from './presence.ts'
import type { ProgressQueue } from './progress-queue.ts'
import { goToPlace, placeOf } from './reading-place.ts'

const settleMs = 1_200
const beatMs = 20_000

export type LessonProgress = {
  /** The end of the text has been on the screen. */
  hasReachedEnd: boolean
  /** What the learner did in a block, to be kept. */
  saveBlock: (blockId: string, value: LessonSave['blocks'][string]) => void
  finish: () => void
}

/** Keeps place and presence while a lesson is open, and begins where the learner was. */
export function useLessonProgress({
  lessonKey,
  startAt,
  article,
  end,
  queue,
}: {
  lessonKey: string
  startAt: Position | null
  article: RefObject<HTMLElement | null>
  end: RefObject<HTMLElement | null>
  queue: ProgressQueue
}): LessonProgress {
  const [hasReachedEnd, setHasReachedEnd] = useState(false)
  const begin = useRef(startAt)

  useEffect(() => {
    const blocks = () => lessonBlocks(article.current)
    const presence = watchPresence()
    let settle = 0
    const keep = () => {
      const position = placeOf(blocks())
      queue.add(save({ lessonKey, position, presentSeconds: presence.take() }))
    }
    const whenScrolled = () => {
      window.clearTimeout(settle)
      settle = window.setTimeout(keep, settleMs)
    }
    const beat = window.setInterval(() => {
      const presentSeconds = presence.take()
      if (presentSeconds > 0) queue.add(save({ lessonKey, presentSeconds }))
    }, beatMs)

    sessionEvents.addEventListener('leaving', keep)

    const place = begin.current
    // After the router has put the page to its top, and again when the reading face has come.
    const resume = () => place && !window.location.hash && goToPlace(blocks(), place)
    const frame = requestAnimationFrame(() => {
      resume()
      queue.add(save({ lessonKey, position: placeOf(blocks()) }))
      window.addEventListener('scroll', whenScrolled, { passive: true })
    })
    let isResumeDue = place !== null
    const stopResuming = () => {
      isResumeDue = false
    }
    const signs = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const
    for (const sign of signs) window.addEventListener(sign, stopResuming, { once: true })
    void document.fonts.ready.then(() => isResumeDue && resume())

    return () => {
      stopResuming()
      sessionEvents.removeEventListener('leaving', keep)
      cancelAnimationFrame(frame)
      window.clearTimeout(settle)
      window.clearInterval(beat)
      window.removeEventListener('scroll', whenScrolled)
      for (const sign of signs) window.removeEventListener(sign, stopResuming)
      const presentSeconds = presence.take()
      presence.stop()
      if (presentSeconds > 0) queue.add(save({ lessonKey, presentSeconds }))
    }
  }, [lessonKey, article, queue])

  useEffect(() => {
    if (!end.current) return
    const watcher = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) setHasReachedEnd(true)
    })
    watcher.observe(end.current)
    return () => watcher.disconnect()
  }, [end])

  return {
    hasReachedEnd,
    saveBlock: (blockId, value) => queue.add(save({ lessonKey, blocks: { [blockId]: value } })),
    finish: () => {
      const position = placeOf(lessonBlocks(article.current))
      queue.add(save({ lessonKey, position, completed: true }), { atOnce: true })
    },
  }
}

const save = (parts: Partial<LessonSave> & { lessonKey: string }) => ({
  position: null,
  presentSeconds: 0,
  blocks: {},
  completed: false,
  ...parts,
})

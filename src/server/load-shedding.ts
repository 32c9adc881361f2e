import type { Refusal } from './security.ts'

export type Place = { leave: () => void }

export type LoadShedder = {
  /** A place among those who are served, at once or after a short wait; null when there is none to be had. */
  enter: () => Promise<Place | null>
  running: () => number
}

export type LoadLimits = {
  /** So many are served at the same time. More would only make each wait longer for the same processor. */
  mostRunning: number
  mostWaiting: number
  longestWaitMs: number
}

/** Told before anything was begun: asking again is right whatever was asked. Not all at the same second. */
export const overloaded = () =>
  ({
    status: 503 as const,
    code: 'OVERLOADED',
    retryAfterSeconds: 1 + Math.floor(Math.random() * 4),
  }) satisfies Refusal

/**
 * Keeps the time of those who are served bounded, however many come: some wait, briefly and in the order they
 * came, and the rest is told at once to come back.
 */
export function createLoadShedder({
  mostRunning,
  mostWaiting,
  longestWaitMs,
}: LoadLimits): LoadShedder {
  let running = 0
  /** In the order they came; a Set forgets one in the middle cheaply. */
  const waiting = new Set<(place: Place | null) => void>()

  const place = (): Place => {
    let hasLeft = false
    return {
      leave: () => {
        if (hasLeft) return
        hasLeft = true
        const [next] = waiting
        // The place is handed on: `running` stays as it is.
        if (next) next(place())
        else running -= 1
      },
    }
  }

  return {
    running: () => running,
    enter: async () => {
      if (running < mostRunning) {
        running += 1
        return place()
      }
      if (waiting.size >= mostWaiting) return null
      return new Promise((resolve) => {
        const settle = (given: Place | null) => {
          waiting.delete(settle)
          clearTimeout(timer)
          resolve(given)
        }
        const timer = setTimeout(() => settle(null), longestWaitMs)
        waiting.add(settle)
      })
    },
  }
}

/** After this long without a touch, key or scroll nobody is taken to be there. */
const idleMs = 90_000

export type Presence = {
  /** Whole seconds present and active since the last time this was asked. */
  take: () => number
  stop: () => void
}

/** Counts the seconds in which the page is in sight and somebody does something with it. */
export function watchPresence(now: () => number = () => performance.now()): Presence {
  let lastSign = now()
  let lastTick = now()
  let presentMs = 0

  const tick = () => {
    const at = now()
    const isThere = document.visibilityState === 'visible' && at - lastSign < idleMs
    // A closed lid stops the clock: what a long gap says is nothing.
    if (isThere) presentMs += Math.min(at - lastTick, 5_000)
    lastTick = at
  }
  const sign = () => {
    lastSign = now()
  }
  const events = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'touchstart'] as const
  for (const event of events) window.addEventListener(event, sign, { passive: true })
  const timer = window.setInterval(tick, 1000)

  return {
    take: () => {
      tick()
      const seconds = Math.min(3600, Math.floor(presentMs / 1000))
      presentMs -= seconds * 1000
      return seconds
    },
    stop: () => {
      window.clearInterval(timer)
      for (const event of events) window.removeEventListener(event, sign)
    },
  }
}

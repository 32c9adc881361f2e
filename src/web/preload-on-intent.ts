import { waitsForServer } from './waits-for-server.ts'

/** So long a pointer or the focus rests on a link that somebody means to go there. */
const restMs = 80
/** As long as an answer counts as fresh: until then the same link asks for nothing. */
const knownMs = 30_000

/**
 * Calls `preload` with the address of a link of the app when somebody is about to follow it: the pointer or the
 * focus rests on it, or it is pressed. Not where the device saves data or has no connection,
 * nor while the server has too much to do.
 * @returns ends it
 */
export function preloadOnIntent(preload: (url: URL) => void): () => void {
  const askedAt = new Map<string, number>()
  // Apart, for a pointer that lies somewhere says nothing about where the keyboard is going.
  const pointer = createTimer()
  const focus = createTimer()

  const bring = (href: string) => {
    const now = performance.now()
    if (now - (askedAt.get(href) ?? Number.NEGATIVE_INFINITY) < knownMs || !mayPreload()) return
    askedAt.set(href, now)
    preload(new URL(href))
  }
  const restOf =
    (timer: Timer) =>
    ({ target }: Event) => {
      const href = addressOf(target)
      timer.set(href ? () => bring(href) : undefined)
    }
  const press = ({ target }: Event) => {
    pointer.set()
    const href = addressOf(target)
    if (href) bring(href)
  }
  const ways = [
    ['pointerover', restOf(pointer)],
    ['focusin', restOf(focus)],
    ['pointerdown', press],
  ] as const
  for (const [type, hear] of ways) document.addEventListener(type, hear, { passive: true })
  return () => {
    pointer.set()
    focus.set()
    for (const [type, hear] of ways) document.removeEventListener(type, hear)
  }
}

interface Timer {
  /** Forgets what it was to do, and does this instead after the rest. */
  set(act?: () => void): void
}

function createTimer(): Timer {
  let waiting: ReturnType<typeof setTimeout> | undefined
  return {
    set(act) {
      clearTimeout(waiting)
      waiting = act && setTimeout(act, restMs)
    },
  }
}

/** Another page of the app that a link leads to in this tab. */
function addressOf(target: EventTarget | null): string | null {
  const link = target instanceof Element ? target.closest('a') : null
  if (!link?.href || link.target || link.hasAttribute('download')) return null
  const { origin, pathname, search, href } = new URL(link.href)
  const here = window.location
  if (origin !== here.origin || (pathname === here.pathname && search === here.search)) return null
  return href
}

function mayPreload(): boolean {
  // Not in the DOM types: it is no standard yet.
  const connection: unknown = Reflect.get(navigator, 'connection')
  const saves = typeof connection === 'object' && connection && Reflect.get(connection, 'saveData')
  return navigator.onLine && saves !== true && !waitsForServer()
}

import { useEffect } from 'react'
import { pauseMs } from '../again.ts'

/** While the server is away: opens the page anew as soon as it answers that it is ready. */
export function useReturn(isAway: boolean): void {
  useEffect(() => {
    if (!isAway) return
    let timer = 0
    let failures = 0
    const ask = async () => {
      window.clearTimeout(timer)
      const isReady = await fetch('/health/ready', {
        // One that hangs would be the last that was asked.
        signal: AbortSignal.timeout(10_000),
      }).then(
        ({ ok }) => ok,
        () => false,
      )
      if (isReady) {
        sessionStorage.setItem(returnedAt, String(Date.now()))
        return window.location.reload()
      }
      failures += 1
      timer = window.setTimeout(ask, Math.min(longestMs, pauseMs(null, failures)))
    }
    const now = () => void ask()
    // A page that fails again although the server is ready must not turn in circles.
    const isAgain = Date.now() - Number(sessionStorage.getItem(returnedAt)) < 60_000
    timer = window.setTimeout(ask, isAgain ? 30_000 : pauseMs(null, 1))
    window.addEventListener('online', now)
    return () => {
      window.clearTimeout(timer)
      window.removeEventListener('online', now)
    }
  }, [isAway])
}

const longestMs = 20_000
const returnedAt = 'officina.returned-at'

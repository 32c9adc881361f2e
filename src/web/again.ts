import { ORPCError } from '@orpc/client'

/** The request never got an answer; what the server did say comes as an ORPCError. */
export function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  // Browsers say it in different words; a TypeError about anything else is a defect of ours.
  if (error instanceof TypeError && /fetch|network|load failed|module/i.test(error.message))
    return true
  // What Vite says of a part of the app that did not come.
  return error.message.startsWith('Unable to preload CSS')
}

/** The server says to come back: it has too much to do, or its database is away for a moment. */
export function isBusy(error: unknown): boolean {
  return error instanceof ORPCError && error.status === 503
}

/** Of busy servers this one did not even begin: asking again is right whatever was asked. */
export function isUntouched(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'OVERLOADED'
}

/** The same request may well be taken later, unchanged. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof ORPCError)) return true
  return error.status === 408 || error.status === 429 || error.status >= 500
}

const longestMs = 60_000

/**
 * How long to wait before asking again: 2, 4, 8 … 60 seconds, never less than the server asks for, and up to
 * half as long again, so that those who were refused together do not come back together.
 * @param failures so far, from 1
 */
export function pauseMs(error: unknown, failures: number, random: () => number = Math.random) {
  const own = Math.min(longestMs, 1000 * 2 ** Math.max(1, failures))
  const asked = retryAfterSeconds(error) * 1000
  return Math.max(asked, own) * (1 + random() / 2)
}

function retryAfterSeconds(error: unknown): number {
  const data: unknown = error instanceof ORPCError ? error.data : null
  const seconds =
    typeof data === 'object' && data !== null && Reflect.get(data, 'retryAfterSeconds')
  return typeof seconds === 'number' ? seconds : 0
}

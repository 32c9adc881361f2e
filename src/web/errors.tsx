import type { MessageDescriptor } from '@lingui/core'
import { msg, plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { ORPCError } from '@orpc/client'
import { isNetworkError } from './again.ts'

/** Words for an error's code; a function where they depend on the error's data. */
export type ErrorWords = Record<string, MessageDescriptor | ((data: unknown) => MessageDescriptor)>

/**
 * Turns a failure into a sentence in the reader's language. A slice passes words for the codes its contract
 * declares: `useErrorText({ SITTING_CLOSED: msg\`…\` })`; the codes every procedure may give are known here.
 */
export function useErrorText(own: ErrorWords = {}): (error: unknown) => string {
  const { t } = useLingui()
  return (error) => {
    const code = codeOf(error)
    const words = own[code] ?? commonWords[code] ?? unexpected
    return t(
      typeof words === 'function' ? words(error instanceof ORPCError ? error.data : null) : words,
    )
  }
}

function codeOf(error: unknown): string {
  if (isNetworkError(error)) return 'OFFLINE'
  return error instanceof ORPCError ? error.code : 'UNEXPECTED'
}

const unexpected = msg`We could not do this. The fault is ours and has been recorded. Please try again in a moment.`

const busy = msg`The server cannot take this just now. Nothing you saved is lost. Please try again in a minute.`

const commonWords: ErrorWords = {
  UNAUTHORIZED: msg`You are not signed in any more. Sign in and you will come back here.`,
  FORBIDDEN: msg`Your roles do not include this. If you need it for your work, ask your training officer.`,
  NOT_FOUND: msg`There is nothing here. It may have been removed, or the link is incomplete.`,
  CONFLICT: msg`Somebody changed this in the meantime. Reload the page, look at the change and try again.`,
  BAD_REQUEST: msg`Some of what was entered cannot be used. Check the marked fields.`,
  VALIDATION: msg`Some of what was entered cannot be used. Check the marked fields.`,
  PAYLOAD_TOO_LARGE: msg`This is too large to send.`,
  OFFLINE: msg`The server cannot be reached. Check your connection; nothing you saved is lost.`,
  OVERLOADED: busy,
  UNAVAILABLE: busy,
  RATE_LIMITED: (data) => {
    const seconds = secondsIn(data)
    return msg`Too many attempts. Please wait ${plural(seconds, { one: '# second', other: '# seconds' })} and try again.`
  },
}

function secondsIn(data: unknown): number {
  const seconds =
    typeof data === 'object' && data !== null && Reflect.get(data, 'retryAfterSeconds')
  return typeof seconds === 'number' ? seconds : 60
}

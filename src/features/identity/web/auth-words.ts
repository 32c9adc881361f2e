import type { MessageDescriptor } from '@lingui/core'
import { msg, plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { minimumPasswordLength } from '../model/password-rules.ts'
import { AuthFailure } from './auth-client.ts'

/** What went wrong with signing in or with a password, in the reader's language. */
export function useAuthText(): (failure: unknown) => string {
  const { t } = useLingui()
  return (failure) => {
    if (failure instanceof TypeError) return t(offline)
    // The browser's own answer when the person closes its passkey window.
    if (failure instanceof DOMException) return t(passkeyStopped)
    if (!(failure instanceof AuthFailure)) return t(unexpected)
    if (failure.code === 'WAIT') {
      const seconds = failure.retryAfterSeconds
      return t(
        msg`Too many attempts. Please wait ${plural(seconds, { one: '# second', other: '# seconds' })}, then try again.`,
      )
    }
    if (failure.code === 'PASSWORD_REFUSED')
      return t(passwordFaultWords[failure.fault] ?? unexpected)
    return t(wordsByCode[failure.code] ?? unexpected)
  }
}

export const passwordFaultWords: Record<string, MessageDescriptor> = {
  'too-short': msg`The password needs at least ${minimumPasswordLength} characters. Three or four ordinary words are a good one.`,
  'too-common': msg`This password is among the first that attackers try. Take three or four words that have nothing to do with each other.`,
  'too-personal': msg`Your name or address makes up too much of this password. Add words that have nothing to do with you.`,
}

const unexpected = msg`This did not work. The fault is ours and has been recorded. Please try again in a moment.`
const offline = msg`The server cannot be reached. Check your connection and try again.`
const passkeyStopped = msg`The passkey was not used. Try again, or sign in with your password.`
const busy = msg`The server cannot take this just now. Please try again in a minute.`
const wrongCode = msg`This code is not right. Codes change every 30 seconds: enter the one shown now.`
const codeTooLate = msg`The second step took too long. Sign in with your password again.`
const linkNotGood = msg`This link has been used or is too old. Ask for a new one below.`

const wordsByCode: Record<string, MessageDescriptor> = {
  OVERLOADED: busy,
  UNAVAILABLE: busy,
  INVALID_EMAIL_OR_PASSWORD: msg`E-mail address or password is not right. Check both and try again.`,
  INVALID_EMAIL: msg`Enter your whole e-mail address, such as name@office.example.`,
  FAILED_TO_CREATE_SESSION: msg`This account is closed. Your administrator can open it again.`,
  INVALID_PASSWORD: msg`The present password is not right.`,
  PASSWORD_TOO_LONG: msg`A password may have at most 200 characters.`,
  INVALID_CODE: wrongCode,
  INVALID_TWO_FACTOR_COOKIE: codeTooLate,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: codeTooLate,
  INVALID_BACKUP_CODE: msg`This backup code is not right, or it has been used already.`,
  ACCOUNT_TEMPORARILY_LOCKED: msg`Too many wrong codes. Try again in a quarter of an hour.`,
  INVALID_TOKEN: linkNotGood,
  PASSKEY_NOT_FOUND: msg`This passkey is not known here. Sign in with your password.`,
  AUTHENTICATION_FAILED: passkeyStopped,
  PASSKEY_CANCELLED: passkeyStopped,
  PREVIOUSLY_REGISTERED: msg`This device has a passkey for you already.`,
}

/** Codes that single sign-on brings back in the address. */
export const singleSignOnWords: Record<string, MessageDescriptor> = {
  signup_disabled: msg`Your office knows you, but there is no account with your e-mail address here. Ask your training officer to add you.`,
  account_not_linked: msg`Your office has not confirmed your e-mail address, so we could not match it with an account here. Ask your training officer.`,
  unable_to_create_session: msg`This account is closed. Your administrator can open it again.`,
}
export const singleSignOnFailed = msg`Single sign-on was not completed. Try again, or sign in with your password.`

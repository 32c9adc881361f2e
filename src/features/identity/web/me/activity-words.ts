import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** `sign-in.done:password` and so on, as the server records them. */
export function activityName(what: string): MessageDescriptor {
  return names[what] ?? (what.startsWith('sign-in.refused') ? refused : signedIn)
}

const refused = msg`Refused: wrong password`
const signedIn = msg`Signed in`

const names: Record<string, MessageDescriptor> = {
  'sign-in.done:password': msg`Signed in with the password`,
  'sign-in.done:password-and-code': msg`Signed in with password and code`,
  'sign-in.done:password-and-backup-code': msg`Signed in with password and backup code`,
  'sign-in.done:passkey': msg`Signed in with a passkey`,
  'sign-in.done:single-sign-on': msg`Signed in through the office’s sign-in`,
}

import { msg } from '@lingui/core/macro'

export const setUpErrorWords = {
  LINK_NOT_GOOD: msg`This link has been used in the meantime. Sign in, or start the server again for a new one.`,
  EMAIL_TAKEN: msg`Somebody with this e-mail address is on file already.`,
}

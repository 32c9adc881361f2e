import { msg } from '@lingui/core/macro'
import type { Trouble } from './role-help.ts'

/** Also the answer to a question of the first help page. */
export const brokenConnection: Trouble = {
  what: msg`The connection breaks`,
  whatToDo: msg`Go on reading. Progress, notes and quiz answers wait on this device and are sent by themselves; until then it says “Kept on this device, will be sent”. Handing in the quiz and removing a note need the connection.`,
}

/** What may go wrong for anybody. */
export const sharedTroubles: readonly Trouble[] = [
  brokenConnection,
  {
    what: msg`I am asked to sign in again`,
    whatToDo: msg`That happens after two weeks without use, or when your password was changed. Sign in, and you are back on the page where you were. What still waits on this device is sent then.`,
  },
  {
    what: msg`My password is not accepted`,
    whatToDo: msg`Check the e-mail address and capital letters. After five wrong passwords you have to wait a little, never more than a minute; nothing gets locked. “Forgotten password” sends you a link that works for one hour.`,
  },
  {
    what: msg`My account is closed`,
    whatToDo: msg`Signing in is then not possible on any device. An administrator closed it, and can open it again. Your courses and results stay on record.`,
  },
  {
    what: msg`A page shows an error`,
    whatToDo: msg`What you had saved is safe. Press “Try again”. If it happens again, give your administrator the number below the message.`,
  },
  {
    what: msg`Somebody else may have used my account`,
    whatToDo: msg`Open “Security” under your initials. Press “Change the password”, then “Sign out everywhere else”, and tell your administrator. “Second step at sign-in” or a passkey protects you from then on.`,
  },
]

/** Without a mouse, with a screen reader, with large letters. */
export const screenTips = [
  msg`Tab leads to the next control, Shift and Tab back; Enter or Space presses it. Arrow keys move within a list, Escape closes what has opened.`,
  msg`The first press of Tab on a page offers “Skip to content”.`,
  msg`Under your initials you choose language and colours: light, dark or high contrast. The size of the text is under “Language and appearance”.`,
  msg`The browser may enlarge a page to 400 %; nothing is lost or has to be scrolled sideways, but for large tables.`,
  msg`With a screen reader: each new page says its title, tables have headings, and every chart has its numbers as a table.`,
] as const

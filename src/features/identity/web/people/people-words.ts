import { msg } from '@lingui/core/macro'

export const newPersonErrorWords = {
  FORBIDDEN: msg`You may not add people to this office.`,
  EMAIL_TAKEN: msg`Somebody on file has this e-mail address already. Look for it in the list of people; closed accounts count too.`,
  EXTERNAL_ID_TAKEN: msg`Somebody on file has this personnel number already.`,
  UNIT_CLOSED: msg`This unit is closed. Choose another one.`,
  HIRED_LATER: msg`The first day may not lie in the future.`,
}

export const grantErrorWords = {
  FORBIDDEN: msg`You may not grant roles in this office, or to this person.`,
  INACTIVE: msg`This account is closed. Reopen it first.`,
  ALREADY_GRANTED: msg`This role is granted here already for some of these days.`,
  TOO_BROAD: msg`This role can do more than you may hand out in this office.`,
  DATES_CROSSED: msg`The last day lies before the first.`,
}

export const endGrantErrorWords = {
  FORBIDDEN: msg`You may not end roles in this office.`,
  LAST_ADMINISTRATOR: msg`This is the last administrator there. Grant the role to somebody else first.`,
  ALREADY_ENDED: msg`This role has ended already.`,
}

export const accountErrorWords = {
  ONESELF: msg`You cannot close your own account. Another administrator can.`,
  LAST_ADMINISTRATOR: msg`This is the last administrator of an office. Grant the role to somebody else first.`,
  INACTIVE: msg`This account is closed. Reopen it first.`,
}

import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { TagTone } from '../../../web/design-system/Tag.tsx'
import type { MailState } from '../contract.ts'
import type { TemplateName } from '../model/templates.ts'

export const stateWords: Record<MailState, MessageDescriptor> = {
  queued: msg`waiting`,
  sent: msg`sent`,
  retrying: msg`trying again`,
  failed: msg`failed`,
  kept: msg`kept here`,
}

export const stateTones: Record<MailState, TagTone> = {
  queued: 'info',
  sent: 'done',
  retrying: 'due',
  failed: 'late',
  kept: 'neutral',
}

const kindWords: Record<TemplateName, MessageDescriptor> = {
  'password-reset': msg`New password`,
  invitation: msg`Invitation`,
  'new-device': msg`Sign-in on a new device`,
  'first-administrator': msg`First administrator`,
  'course-assigned': msg`Course assigned`,
  reminder: msg`Reminder`,
  'due-date-changed': msg`Due date changed`,
  'group-message': msg`Message to a group`,
}

/** A template this version does not know is called by its own name. */
export const kindOf = (template: string): MessageDescriptor | null =>
  Object.hasOwn(kindWords, template) ? kindWords[template as TemplateName] : null // checked just now

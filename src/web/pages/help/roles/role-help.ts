import type { MessageDescriptor } from '@lingui/core'

/** One piece of work, step by step; `page` is where it begins. */
export type Task = {
  title: MessageDescriptor
  page?: { to: string; name: MessageDescriptor }
  steps: readonly MessageDescriptor[]
}

export type Trouble = { what: MessageDescriptor; whatToDo: MessageDescriptor }

/**
 * The help page of one role. Words in “quotation marks” are names on the screen, in every language as the screen
 * has them: a test compares.
 */
export type RoleHelp = {
  title: MessageDescriptor
  /** What this role does here, in a sentence. */
  lede: MessageDescriptor
  days: readonly MessageDescriptor[]
  tasks: readonly Task[]
  troubles: readonly Trouble[]
  /** What somebody in this role sees of other people, and what not. */
  sees: MessageDescriptor
}

import { z } from 'zod'

export const enrolmentState = z.enum(['enrolled', 'started', 'completed', 'withdrawn', 'released'])
export type EnrolmentState = z.infer<typeof enrolmentState>

/** What can happen to an enrolment; the history keeps each. */
export const enrolmentChange = z.enum([
  'enrolled',
  'started',
  'lesson-completed',
  'quiz-passed',
  'completed',
  'withdrawn',
  'released',
  'due-changed',
  'version-changed',
])
export type EnrolmentChange = z.infer<typeof enrolmentChange>

/** Withdrawn and released are ends; a new enrolment begins anew. A completed course stays completed. */
const statesAfter: Record<EnrolmentState, readonly EnrolmentState[]> = {
  enrolled: ['started', 'completed', 'withdrawn', 'released'],
  started: ['completed', 'withdrawn', 'released'],
  completed: [],
  withdrawn: [],
  released: [],
}

export const canBecome = (from: EnrolmentState, to: EnrolmentState): boolean =>
  statesAfter[from].includes(to)

export const isOpen = (state: EnrolmentState): boolean =>
  state === 'enrolled' || state === 'started'

export type Withdrawal =
  | { outcome: 'withdrawn' }
  | { outcome: 'unchanged' }
  | { outcome: 'already-completed' }
  | { outcome: 'required' }

/** A course somebody must take is left only by who put her on it. */
export function decideWithdrawal(enrolment: {
  state: EnrolmentState
  required: boolean
}): Withdrawal {
  if (enrolment.state === 'completed') return { outcome: 'already-completed' }
  if (!canBecome(enrolment.state, 'withdrawn')) return { outcome: 'unchanged' }
  return { outcome: enrolment.required ? 'required' : 'withdrawn' }
}

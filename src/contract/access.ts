import type { Permission } from './permission.ts'

/** Things a request names by id, whose unit (and owner) decide who may touch them. */
export const subjectKinds = [
  'unit',
  'person',
  'group',
  'enrolment',
  'assignment',
  'peopleImport',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

/**
 * Who may call a procedure; the host enforces it before the handler runs.
 * - `public`: anyone, signed in or not
 * - `signed-in`: any active person, on what is hers or everybody's
 * - `own`: only the owner of the subject that input field `by` names; of kinds whose owner never changes
 * - `permission` + `on`: who holds the permission on the unit of the subject named by `by`, or above it
 * - `permission` alone: who holds it on any unit; the handler narrows to `context.scope(permission)`
 */
export type Access =
  | 'public'
  | 'signed-in'
  | { own: 'enrolment'; by: string }
  | { permission: Permission; on: SubjectKind; by: string }
  | { permission: Permission }

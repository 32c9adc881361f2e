import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Permission, Role } from '../../../contract/permission.ts'

/** Roles in words of the trade. */
export const roleNames: Record<Role, MessageDescriptor> = {
  learner: msg({ message: 'Learner', context: 'role' }),
  trainer: msg`Trainer`,
  'training-officer': msg`Training officer`,
  manager: msg`Manager`,
  author: msg`Author`,
  examiner: msg`Examiner`,
  caller: msg`Mystery-client caller`,
  owner: msg`Programme owner`,
  auditor: msg`Auditor`,
  administrator: msg`Administrator`,
}

/** What each does here, for the sign-in page and for who grants roles. */
export const roleDeeds: Record<Role, MessageDescriptor> = {
  learner: msg`Finds courses, works through lessons, takes quizzes`,
  trainer: msg`Leads groups and sees who is stuck`,
  'training-officer': msg`Enrols people, assigns courses, reminds and reports`,
  manager: msg`Follows the training of the office and everything below it`,
  author: msg`Writes courses and questions`,
  examiner: msg`Holds examinations and signs their records`,
  caller: msg`Makes mystery calls and fills in scoresheets`,
  owner: msg`Compares all offices and reports for the programme`,
  auditor: msg`Reads everything, changes nothing`,
  administrator: msg`Manages people, roles and offices`,
}

/** What a permission lets somebody see of, or do for, one person. */
export const permissionWords: Partial<Record<Permission, MessageDescriptor>> = {
  'people.read': msg`your name, e-mail address, office, job role and roles`,
  'people.manage': msg`may close and reopen your account`,
  'groups.read': msg`the training groups you are in`,
  'progress.read': msg`your courses, progress, due dates and quiz results`,
  'learning.enrol': msg`may enrol you in courses`,
  'learning.assign': msg`may assign courses to you`,
  'learning.remind': msg`may send you reminders`,
  'reports.export': msg`may export your course results`,
  'mail.read': msg`the mails this system sent you`,
  'audit.read': msg`the log of changes and of your sign-ins`,
}

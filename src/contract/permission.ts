/** What a role may do. A grant of the role on a unit gives it there and in every unit below. */
export const permissions = [
  'people.read',
  'people.manage',
  'people.import',
  'roles.grant',
  'organisation.manage',
  'mail.read',
  'audit.read',
  'groups.read',
  'groups.manage',
  'learning.enrol',
  'learning.assign',
  'learning.remind',
  'progress.read',
  'reports.read',
  'reports.export',
] as const
export type Permission = (typeof permissions)[number]

export const roles = [
  'learner',
  'trainer',
  'training-officer',
  'manager',
  'author',
  'examiner',
  'caller',
  'owner',
  'auditor',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** The one table both the server's refusals and "Who sees what about me" are read from. */
export const permissionsByRole: Record<Role, readonly Permission[]> = {
  learner: [],
  trainer: ['groups.read', 'groups.manage', 'learning.enrol', 'learning.remind', 'progress.read'],
  'training-officer': [
    'people.read',
    'groups.read',
    'groups.manage',
    'learning.enrol',
    'learning.assign',
    'learning.remind',
    'progress.read',
    'reports.read',
    'reports.export',
  ],
  manager: [
    'people.read',
    'learning.assign',
    'learning.remind',
    'progress.read',
    'reports.read',
    'reports.export',
  ],
  author: [],
  examiner: [],
  caller: [],
  // The programme's owner answers for offices; single people's results are not hers to see.
  owner: ['reports.read', 'reports.export'],
  auditor: [
    'people.read',
    'mail.read',
    'audit.read',
    'groups.read',
    'progress.read',
    'reports.read',
  ],
  administrator: [
    'people.read',
    'people.manage',
    'people.import',
    'roles.grant',
    'organisation.manage',
    'mail.read',
    'audit.read',
  ],
}

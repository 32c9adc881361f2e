import { type Permission, permissionsByRole, type Role } from '../../../contract/permission.ts'

/** Power over people, roles and offices: nobody hands out more of it than she holds herself. */
const powers: readonly Permission[] = [
  'people.manage',
  'people.import',
  'roles.grant',
  'organisation.manage',
]

/**
 * Whether a granter may give this role on a unit where she may grant roles at all.
 * @param held what she holds on that very unit
 */
export const mayGive = (role: Role, held: readonly Permission[]): boolean =>
  permissionsByRole[role].every(
    (permission) => !powers.includes(permission) || held.includes(permission),
  )

/** What of a person each permission shows; the others show nothing of single people. */
export const aboutPeople = [
  'people.read',
  'people.manage',
  'groups.read',
  'progress.read',
  'learning.enrol',
  'learning.assign',
  'learning.remind',
  'reports.export',
  'mail.read',
  'audit.read',
] as const satisfies readonly Permission[]

/** What a role lets see of, or do for, single people. Whoever reads no progress exports figures of offices only. */
export const viewOf = (role: Role): Permission[] =>
  permissionsByRole[role].filter(
    (permission) =>
      aboutPeople.some((each) => each === permission) &&
      (permission !== 'reports.export' || permissionsByRole[role].includes('progress.read')),
  )

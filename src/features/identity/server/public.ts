export { hashPassword } from 'better-auth/crypto'
export { createAuth } from './auth.ts'
export { createFirstAdministratorLink } from './first-administrator.ts'
export { peopleImportPlace, personPlace } from './places.ts'
export {
  authAccount,
  authSession,
  exportLog,
  person,
  personPlacement,
  roleGrant,
} from './schema.ts'
export { createSessionFor, resolveSession } from './session.ts'
export { clientAddressHeader } from './sign-in-guard.ts'

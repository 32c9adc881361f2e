import { importHandlers } from './import-handlers.ts'
import { peopleHandlers } from './people-handlers.ts'
import { profileHandlers } from './profile-handlers.ts'
import { reachHandler } from './reach-handler.ts'
import { roleHandlers } from './role-handlers.ts'
import { securityHandlers } from './security-handlers.ts'
import { meHandler, signInOptionsHandler } from './session-handlers.ts'
import { setUpHandlers } from './set-up-handlers.ts'
import { tourHandlers } from './tour-handlers.ts'
import { whoSeesMeHandler } from './who-sees-me-handler.ts'

/** One key a procedure of the contract. */
export const identityHandlers = {
  me: meHandler,
  signInOptions: signInOptionsHandler,
  setUp: setUpHandlers,
  profile: profileHandlers,
  tours: tourHandlers,
  security: securityHandlers,
  whoSeesMe: whoSeesMeHandler,
  reach: reachHandler,
  people: peopleHandlers,
  roles: roleHandlers,
  imports: importHandlers,
}

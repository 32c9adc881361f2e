import { assessmentHandlers } from '../features/assessment/server/handlers.ts'
import { catalogueHandlers } from '../features/catalogue/server/handlers.ts'
import { identityHandlers } from '../features/identity/server/handlers.ts'
import { learningHandlers } from '../features/learning/server/handlers.ts'
import { notificationsHandlers } from '../features/notifications/server/handlers.ts'
import { organisationHandlers } from '../features/organisation/server/handlers.ts'
import { reportingHandlers } from '../features/reporting/server/handlers.ts'
import { upkeepHandlers } from '../features/upkeep/server/handlers.ts'

/** One line a slice; names as in the contract. */
export const router = {
  identity: identityHandlers,
  organisation: organisationHandlers,
  catalogue: catalogueHandlers,
  learning: learningHandlers,
  assessment: assessmentHandlers,
  notifications: notificationsHandlers,
  reporting: reportingHandlers,
  upkeep: upkeepHandlers,
}

import { assessment } from '../features/assessment/contract.ts'
import { catalogue } from '../features/catalogue/contract.ts'
import { identity } from '../features/identity/contract.ts'
import { learning } from '../features/learning/contract.ts'
import { notifications } from '../features/notifications/contract.ts'
import { organisation } from '../features/organisation/contract.ts'
import { reporting } from '../features/reporting/contract.ts'
import { upkeep } from '../features/upkeep/contract.ts'

/** The whole API. */
export const contract = {
  identity,
  organisation,
  catalogue,
  learning,
  assessment,
  notifications,
  reporting,
  upkeep,
}

import { identityConsumers } from '../features/identity/server/consumers.ts'
import { learningConsumers } from '../features/learning/server/consumers.ts'
import { notificationsConsumers } from '../features/notifications/server/consumers.ts'
import { reportingConsumers } from '../features/reporting/server/consumers.ts'
import type { EventConsumer } from './events.ts'

/** Who reacts to facts, in the order of the slices. */
export const consumers: readonly EventConsumer[] = [
  ...identityConsumers,
  ...learningConsumers,
  ...notificationsConsumers,
  ...reportingConsumers,
]

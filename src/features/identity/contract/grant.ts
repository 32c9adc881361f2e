import { z } from 'zod'
import { roles } from '../../../contract/permission.ts'
import { civilDate, unitId } from '../../../contract/primitives.ts'

export const role = z.enum(roles)

/** A role that a person has, had or will have on a unit and everything below. */
export const grantRow = z.object({
  id: z.uuid(),
  role,
  unitId,
  unitName: z.string(),
  from: civilDate,
  /** The last day the role holds; null is open-ended. */
  lastDay: civilDate.nullable(),
  state: z.enum(['ahead', 'in-force', 'ended']),
  grantedBy: z.string().nullable(),
  reason: z.string(),
  /** Whether the reader may end it. */
  mayEnd: z.boolean(),
})

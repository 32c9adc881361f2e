import { z } from 'zod'
import { instant, procedure } from '../../contract/primitives.ts'
import { backupFailures, backupWarnings } from './model/backup-warning.ts'

export const upkeep = {
  backups: procedure
    .meta({ access: { permission: 'people.manage' } })
    .route({
      method: 'GET',
      path: '/backups',
      tags: ['upkeep'],
      summary: 'Whether the scheduled backup is well',
    })
    .output(
      z.object({
        /** Null when all is well, or when no scheduled backup is set up. */
        warning: z.enum(backupWarnings).nullable(),
        lastAt: instant.nullable(),
        /** Of the newest attempt, when it failed. */
        failure: z.enum(backupFailures).nullable(),
      }),
    ),
}

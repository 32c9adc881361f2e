import { handlersFor } from '../../../server/procedure.ts'
import { upkeep } from '../contract.ts'
import { backupWarning } from '../model/backup-warning.ts'
import { readBackupState } from './backup-state.ts'

const handle = handlersFor(upkeep)

export const upkeepHandlers = handle.router({
  backups: handle.backups.handler(async ({ context }) => {
    const { backupDirectory } = context.config
    if (!backupDirectory) return { warning: null, lastAt: null, failure: null }
    const now = context.clock()
    const state = await readBackupState(context.db, backupDirectory, now)
    return {
      warning: backupWarning(state, now),
      lastAt: state.lastAt?.toISOString() ?? null,
      failure: state.failure,
    }
  }),
})

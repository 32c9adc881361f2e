import type { Db } from '../../../server/db/connect.ts'
import type { Measure } from '../../../server/metrics.ts'
import { describeBackups, readBackupState } from './backup-state.ts'

/** For who watches the server: what is wrong with the backups, and how old the newest is. */
export function watchBackups(db: Db, directory: string, clock: () => Date) {
  const age: Measure = {
    name: 'officina_backup_age_seconds',
    help: 'Age of the newest scheduled backup; counted from 1970 while there is none.',
    ofAll: 'max',
    read: async () => {
      const now = clock()
      const { lastAt } = await readBackupState(db, directory, now)
      return (now.getTime() - (lastAt?.getTime() ?? 0)) / 1000
    },
  }
  return {
    warn: async () => {
      const now = clock()
      return describeBackups(await readBackupState(db, directory, now), now)
    },
    measures: [age],
  }
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { desc } from 'drizzle-orm'
import type { Db } from '../../../server/db/connect.ts'
import { type BackupState, backupWarning } from '../model/backup-warning.ts'
import { backupRun } from './schema.ts'

/** More than the failures and lost folders that may stand before the newest good one. */
const looksBack = 200

/** How the scheduled backup stands. A backup whose folder is gone is none. */
export async function readBackupState(db: Db, directory: string): Promise<BackupState> {
  const runs = await db
    .select({ at: backupRun.startedAt, folder: backupRun.folder, failure: backupRun.failure })
    .from(backupRun)
    .orderBy(desc(backupRun.startedAt))
    .limit(looksBack)
  const last = runs.find(({ folder }) => folder !== null && existsSync(join(directory, folder)))
  return { lastAt: last?.at ?? null, failure: runs[0]?.failure ?? null }
}

/** For the operator, in words; null when all is well. */
export function describeBackups(state: BackupState, now: Date): string | null {
  const { lastAt, failure } = state
  const warning = backupWarning(state, now)
  if (warning === 'none') return 'there is no backup in BACKUP_DIR yet'
  if (warning === 'old') return `the newest backup is of ${lastAt?.toISOString()}: older than a day`
  return warning === 'failed' ? `the last backup failed (${failure}); the log says why` : null
}

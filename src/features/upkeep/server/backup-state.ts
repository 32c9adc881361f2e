import { join } from 'node:path'
import { desc, isNotNull } from 'drizzle-orm'
import type { Db } from '../../../server/db/connect.ts'
import { inTime } from '../../../server/in-time.ts'
import { type BackupState, backupWarning } from '../model/backup-warning.ts'
import { type FolderThere, folderThere } from './folder-there.ts'
import { backupRun } from './schema.ts'

/** More than the lost folders that may stand before the newest that is there. */
const looksBack = 200
/** Less than who watches the server waits. */
const patienceMs = 500

export type KnownBackups = BackupState & {
  /** Of the newest attempt, when it failed. */
  failedAt: Date | null
  /** False while BACKUP_DIR does not answer: then `lastAt` is what the database knows. */
  isSeen: boolean
}

/** How the scheduled backup stands. A backup whose folder is gone is none. */
export async function readBackupState(
  db: Db,
  directory: string,
  now: Date,
  isThere: FolderThere = folderThere,
): Promise<KnownBackups> {
  const [newest] = await db
    .select({ at: backupRun.startedAt, failure: backupRun.failure })
    .from(backupRun)
    .orderBy(desc(backupRun.startedAt))
    .limit(1)
  const good = await db
    .select({ at: backupRun.startedAt, folder: backupRun.folder })
    .from(backupRun)
    .where(isNotNull(backupRun.folder))
    .orderBy(desc(backupRun.startedAt))
    .limit(looksBack)
  const failure = newest?.failure ?? null
  const failedAt = failure && newest ? newest.at : null
  const lookFor = async () => {
    for (const { at, folder } of good)
      if (folder !== null && (await isThere(join(directory, folder), now))) return at
    return null
  }
  try {
    return { lastAt: await inTime(lookFor(), patienceMs), failure, failedAt, isSeen: true }
  } catch {
    return { lastAt: good[0]?.at ?? null, failure: 'no-access', failedAt, isSeen: false }
  }
}

/** For the operator, in words; null when all is well. */
export function describeBackups(state: KnownBackups, now: Date): string | null {
  const { lastAt, failure, isSeen } = state
  if (!isSeen) return 'BACKUP_DIR does not answer: whether the backups are there is not known'
  const warning = backupWarning(state, now)
  if (warning === 'none') return 'there is no backup in BACKUP_DIR yet'
  if (warning === 'old') return `the newest backup is of ${lastAt?.toISOString()}: older than a day`
  return warning === 'failed' ? `the last backup failed (${failure}); the log says why` : null
}

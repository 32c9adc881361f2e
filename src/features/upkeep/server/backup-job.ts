import type { Sql } from 'postgres'
import { newId } from '../../../server/ids.ts'
import type { Job, JobDeps } from '../../../server/jobs.ts'
import { type BackupFailure, backupWarning } from '../model/backup-warning.ts'
import { readBackupState } from './backup-state.ts'
import { backupRun } from './schema.ts'
import { type BackupPlan, takeBackup } from './take-backup.ts'

/** The scheduled backup. When the newest is late as a server starts, one is taken at once. */
export function backupJob(plan: BackupPlan, sql: Sql): Job {
  const [hour, minute] = plan.time.split(':').map(Number)
  return {
    name: 'upkeep.backup',
    cron: `${minute} ${hour} * * *`,
    queue: {
      // One at a time, however many servers there are.
      policy: 'exclusive',
      expireInSeconds: 12 * 3600,
      // Who was killed at it is missed within a minute or two, and another one tries.
      heartbeatSeconds: 60,
      retryLimit: 3,
      retryDelay: 600,
    },
    isDueAtStart: async ({ db, clock }) => {
      const warning = backupWarning(await readBackupState(db, plan.directory), clock())
      return warning === 'none' || warning === 'old'
    },
    run: (deps) => runBackup(plan, sql, deps),
  }
}

async function runBackup(plan: BackupPlan, sql: Sql, { db, log, clock, timeZone }: JobDeps) {
  const startedAt = clock()
  const note = (outcome: { folder: string; rowCount: number } | { failure: BackupFailure }) =>
    db.insert(backupRun).values({ id: newId(), startedAt, endedAt: clock(), ...outcome })
  try {
    const { folder, rows } = await takeBackup(sql, plan, { startedAt, timeZone, log })
    await note({ folder, rowCount: rows })
    const seconds = (clock().getTime() - startedAt.getTime()) / 1000
    log.info({ folder, rows, seconds }, 'backup written')
  } catch (error) {
    log.error({ err: error, directory: plan.directory }, 'the backup failed')
    // The database may be what failed.
    await note({ failure: failureOf(error) }).catch(() => {})
    throw error
  }
}

function failureOf(error: unknown): BackupFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'no-space'
  return ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'].includes(String(code))
    ? 'no-access'
    : 'other'
}

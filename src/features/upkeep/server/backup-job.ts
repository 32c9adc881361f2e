import type { Sql } from 'postgres'
import { newId } from '../../../server/ids.ts'
import type { Job, JobDeps } from '../../../server/jobs.ts'
import type { BackupFailure } from '../model/backup-warning.ts'
import { isBackupDue } from '../model/is-due.ts'
import { readBackupState } from './backup-state.ts'
import { backupRun } from './schema.ts'
import { type BackupPlan, takeBackup } from './take-backup.ts'

/**
 * The scheduled backup. The queue asks each quarter of an hour, for its own times of day do not come on the day when
 * clocks go forward over them; whether the day's backup is due is decided here.
 */
export function backupJob(plan: BackupPlan, sql: Sql): Job {
  const minute = Number(plan.time.split(':')[1])
  const quarters = [0, 15, 30, 45].map((later) => (minute + later) % 60)
  return {
    name: 'upkeep.backup',
    cron: `${quarters.join(',')} * * * *`,
    queue: {
      // One at a time, however many servers there are.
      policy: 'exclusive',
      expireInSeconds: 12 * 3600,
      // Who was killed at it is missed within a minute or two, and the next quarter's job tries.
      heartbeatSeconds: 60,
      retryLimit: 0,
    },
    isDueAtStart: (deps) => isDue(plan, deps),
    run: async (deps) => {
      if (await isDue(plan, deps)) await runBackup(plan, sql, deps)
    },
  }
}

async function isDue({ directory, time }: BackupPlan, { db, clock, timeZone }: JobDeps) {
  const now = clock()
  return isBackupDue(await readBackupState(db, directory, now), { now, time, timeZone })
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

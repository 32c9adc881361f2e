import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sql } from 'postgres'
import type { Log } from '../../../server/context.ts'
import { backup } from '../../../server/db/backup.ts'
import { readManifest } from '../../../server/db/backup-manifest.ts'
import { installationMark } from '../../../server/db/installation-mark.ts'
import { syncFolder } from '../../../server/db/sync-folder.ts'
import { civilDateOf } from '../../../server/today.ts'
import { keptBackups, type Retention } from '../model/kept-backups.ts'

export type BackupPlan = {
  /** Made when it is not there. */
  directory: string
  /** `02:15`, in the installation's time zone. */
  time: string
  retention: Retention
}

type At = { startedAt: Date; timeZone: string; log: Log }

/**
 * Writes a backup under a passing name, gives it its own when it is complete, then removes those that need not
 * be kept any longer.
 * @returns its name in the directory, and how many rows it has
 */
export async function takeBackup(
  sql: Sql,
  { directory, retention }: BackupPlan,
  { startedAt, timeZone, log }: At,
): Promise<{ folder: string; rows: number }> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const installation = await installationMark(sql)
  const passing = `.officina-${installation}-`
  await sweep(directory, passing)
  const folder = `officina-${startedAt.toISOString().slice(0, 19).replaceAll(':', '')}Z`
  const half = join(directory, `${passing}${folder}`)
  const rows = await backup(sql, half, { installation })
  await rename(half, join(directory, folder))
  await syncFolder(directory)
  const own = await listOwn(directory, installation, timeZone)
  const kept = keptBackups(own, retention)
  for (const { name } of own) {
    if (kept.has(name)) continue
    // Renamed first: cut short, it is swept away next time and never taken for a whole one.
    const leaving = join(directory, `${passing}${name}`)
    await rename(join(directory, name), leaving)
    await rm(leaving, { recursive: true, force: true })
    log.info({ folder: name }, 'old backup removed')
  }
  return { folder, rows }
}

/** What an attempt that was cut short left. */
async function sweep(directory: string, passing: string) {
  for (const name of await readdir(directory))
    if (name.startsWith(passing)) await rm(join(directory, name), { recursive: true, force: true })
}

/** Complete backups that the schedule wrote for this database, and no others. */
async function listOwn(directory: string, installation: string, timeZone: string) {
  const own: { name: string; day: string }[] = []
  for (const name of await readdir(directory)) {
    const [, date, hour, minute, second] = namePattern.exec(name) ?? []
    if (!date) continue
    const manifest = await readManifest(join(directory, name)).catch(() => null)
    if (manifest?.installation === installation)
      own.push({
        name,
        day: civilDateOf(new Date(`${date}T${hour}:${minute}:${second}Z`), timeZone),
      })
  }
  return own
}

const namePattern = /^officina-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z$/

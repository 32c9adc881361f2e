import { createFirstAdministratorLink } from '../features/identity/server/public.ts'
import { backupJob } from '../features/upkeep/server/public.ts'
import { jobs } from './all-jobs.ts'
import type { Closing } from './closing.ts'
import type { Config } from './config.ts'
import { consumers } from './consumers.ts'
import { watchConnection } from './db/watch-connection.ts'
import { startJobs } from './jobs.ts'
import type { Log } from './log.ts'
import { prepareDatabase } from './prepare-database.ts'
import type { StartFlags } from './start-flags.ts'

export type RunningServer = {
  demo: boolean
  /** One-time, for a database without an administrator. */
  firstAdministratorLink: string | null
}

/**
 * One process does everything, or with WORKERS this one keeps the database and runs the jobs and others serve.
 * Tells `closing` what it opened as it goes, so that a start can be broken off at any point.
 */
export async function startServer(
  config: Config,
  flags: StartFlags,
  log: Log,
  closing: Closing,
): Promise<RunningServer> {
  const database = await prepareDatabase(config, flags, log, closing)
  const { db } = database.connection
  const { timeZone, publicUrl } = config
  const jobDeps = {
    db,
    log,
    clock: () => new Date(),
    timeZone,
    publicUrl,
    smtpUrl: config.smtpUrl ?? null,
  }
  const backups = config.backup ? [backupJob(config.backup, database.connection.sql)] : []
  const running = await startJobs(database.url, jobDeps, [...jobs, ...backups], consumers)
  closing.add(running.stop)
  if (config.workers > 1) {
    const { startWorkers } = await import('./workers.ts')
    // Each worker watches its own; the jobs here have connections, too.
    closing.add(watchConnection(database.url, database.connection, log).stop)
    closing.add(await startWorkers(config, database, log))
  } else {
    const { serve } = await import('./serve.ts')
    await serve(config, database, log, closing)
  }
  const firstAdministratorLink = database.demo
    ? null
    : await createFirstAdministratorLink(db, publicUrl)
  return { demo: database.demo, firstAdministratorLink }
}

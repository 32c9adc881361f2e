import { join, resolve } from 'node:path'
import { publishCourses } from '../features/catalogue/server/public.ts'
import {
  createAuth,
  createFirstAdministratorLink,
  resolveSession,
} from '../features/identity/server/public.ts'
import { jobs } from './all-jobs.ts'
import { createApp } from './app.ts'
import { type Config, ConfigurationError } from './config.ts'
import { consumers } from './consumers.ts'
import { type Connection, connect } from './db/connect.ts'
import { migrate } from './db/migrate.ts'
import { openDatabase } from './db/open.ts'
import { createHealth } from './health.ts'
import { createHost } from './host.ts'
import { startJobs } from './jobs.ts'
import { listen } from './listen.ts'
import type { Log } from './log.ts'
import type { StartFlags } from './main.ts'
import { createMetrics } from './metrics.ts'
import { createStaticFiles } from './static-files.ts'

export type RunningServer = {
  port: number
  app: (request: Request) => Promise<Response>
  /** One-time, for a database without an administrator. */
  firstAdministratorLink: string | null
  stop: () => Promise<void>
}

const dist = join(resolve(import.meta.dirname, '../..'), 'dist')

/** What was opened is closed again, in reverse order, when stopped and when a later part fails to start. */
export async function startServer(
  config: Config,
  flags: StartFlags,
  log: Log,
): Promise<RunningServer> {
  const closers: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  try {
    const database = await openDatabase(config, log)
    closers.push(database.close)
    const primary = connect(database.url)
    closers.push(primary.close)
    const replica = config.readDatabaseUrl ? connect(config.readDatabaseUrl) : primary
    if (replica !== primary) closers.push(replica.close)
    for (const name of await migrate(primary.sql)) log.info({ name }, 'migration applied')
    const demo = await settleDemonstration(primary, config, flags, log)
    // After the demonstration, which publishes the courses two years back.
    for (const id of await publishCourses(primary.sql, new Date()))
      log.info({ id }, 'course published')

    const clock = () => new Date()
    const { publicUrl, timeZone, secret, oidc } = config
    const auth = createAuth({ db: primary.db, secret, publicUrl, oidc })
    const app = createApp({
      db: primary.db,
      readDb: replica.db,
      config: {
        timeZone,
        publicUrl,
        demo,
        oidc: oidc && { label: oidc.label },
        hasMailServer: config.smtpUrl !== undefined,
      },
      log,
      clock,
      authHandler: (request) => auth.handler(request),
      resolveSession: (request) => resolveSession(primary.sql, request, secret, clock),
    })
    const smtpUrl = config.smtpUrl ?? null
    const jobDeps = { db: primary.db, log, clock, timeZone, publicUrl, smtpUrl }
    const running = await startJobs(database.url, jobDeps, jobs, consumers)
    closers.push(running.stop)
    const health = createHealth(primary.sql)
    const host = createHost({
      app,
      staticFiles: createStaticFiles(dist),
      health,
      metrics: createMetrics(),
      publicUrl,
      log,
    })
    const listening = await listen(host, { hostname: config.host, port: config.port })
    closers.push(listening.close, async () => health.drain())
    const firstAdministratorLink = demo
      ? null
      : await createFirstAdministratorLink(primary.db, publicUrl)
    return { port: listening.port, app, firstAdministratorLink, stop }
  } catch (error) {
    await stop().catch((cause: unknown) => log.error({ err: cause }, 'not closed cleanly'))
    throw error
  }
}

/** Loads the demonstration on a first start that wants it; tells whether the database holds it. */
async function settleDemonstration(
  { sql }: Connection,
  { environment }: Config,
  flags: StartFlags,
  log: Log,
): Promise<boolean> {
  const wanted = flags.demo || (!flags.empty && environment !== 'production')
  const [found] = await sql<{ filled: boolean; demo: boolean }[]>`
    select exists (select 1 from unit) as filled,
      exists (select 1 from person where email = 'admin@demo.officina.test') as demo`
  if (wanted && !found?.filled) {
    log.info('loading the demonstration region; this happens once')
    const { seedDemo } = await import('./seed/demo.ts')
    await seedDemo(sql, {})
    return true
  }
  if (found?.demo && environment === 'production' && !flags.demo)
    throw new ConfigurationError(
      'This database holds the demonstration accounts, whose password is public: with NODE_ENV=production start with --demo, or set another DATA_DIR or DATABASE_URL.',
    )
  return found?.demo ?? false
}

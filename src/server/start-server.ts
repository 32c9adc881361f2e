import { join, resolve } from 'node:path'
import { publishCourses } from '../features/catalogue/server/public.ts'
import {
  createAuth,
  createFirstAdministratorLink,
  resolveSession,
} from '../features/identity/server/public.ts'
import { jobs } from './all-jobs.ts'
import { createApp } from './app.ts'
import type { Closing } from './closing.ts'
import { type Config, ConfigurationError } from './config.ts'
import { consumers } from './consumers.ts'
import { watchAvailability } from './db/availability.ts'
import { followChanges } from './db/change-feed.ts'
import { type Connection, connect } from './db/connect.ts'
import { migrate } from './db/migrate.ts'
import { openDatabase } from './db/open.ts'
import { openProbe } from './db/probe.ts'
import { createHealth } from './health.ts'
import { createHost } from './host.ts'
import { startJobs } from './jobs.ts'
import { listen } from './listen.ts'
import { createLoadShedder } from './load-shedding.ts'
import type { Log } from './log.ts'
import { createMemory } from './memory.ts'
import { createMetrics } from './metrics.ts'
import type { StartFlags } from './start-flags.ts'
import { createStaticFiles } from './static-files.ts'

export type RunningServer = {
  port: number
  app: (request: Request) => Promise<Response>
  /** One-time, for a database without an administrator. */
  firstAdministratorLink: string | null
}

/** Measured: twice as many at a time answer no more in a second, and each of them later. */
const loadLimits = { mostRunning: 64, mostWaiting: 256, longestWaitMs: 1000 }

const dist = join(resolve(import.meta.dirname, '../..'), 'dist')

/** Tells `closing` what it opened as it goes, so that a start can be broken off at any point. */
export async function startServer(
  config: Config,
  flags: StartFlags,
  log: Log,
  closing: Closing,
): Promise<RunningServer> {
  const database = await openDatabase(config, log)
  closing.add(database.close)
  const primary = connect(database.url)
  closing.add(primary.close)
  const replica = config.readDatabaseUrl ? connect(config.readDatabaseUrl) : primary
  if (replica !== primary) closing.add(replica.close)
  for (const name of await migrate(primary.sql)) log.info({ name }, 'migration applied')
  const demo = await settleDemonstration(primary, config, flags, log)
  // After the demonstration, which publishes the courses two years back.
  for (const id of await publishCourses(primary.sql, new Date()))
    log.info({ id }, 'course published')

  const availability = watchAvailability({
    open: () => openProbe(database.url),
    onLost: () => primary.renew(),
    log,
  })
  closing.add(availability.stop)
  const memory = createMemory(() => changes.isLive())
  const changes = followChanges(database.url, {
    onChange: memory.forget,
    onGap: () => memory.forget(),
  })
  closing.add(changes.close)
  const clock = () => new Date()
  const { publicUrl, timeZone, secret, oidc } = config
  const auth = createAuth({ db: primary.db, secret, publicUrl, oidc, clock, timeZone, log })
  const app = createApp({
    db: primary.db,
    readDb: replica.db,
    memory,
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
    resolveSession: (request) =>
      resolveSession(primary.sql, request, secret, clock, { timeZone, publicUrl, memory }),
  })
  const smtpUrl = config.smtpUrl ?? null
  const jobDeps = { db: primary.db, log, clock, timeZone, publicUrl, smtpUrl }
  const running = await startJobs(database.url, jobDeps, jobs, consumers)
  closing.add(running.stop)
  const health = createHealth(primary.sql, availability)
  const host = createHost({
    app,
    staticFiles: createStaticFiles(dist),
    health,
    metrics: createMetrics(),
    shedder: createLoadShedder(loadLimits),
    availability,
    publicUrl,
    log,
  })
  const listening = await listen(host, {
    hostname: config.host,
    port: config.port,
    isProxy: config.isProxy,
  })
  closing.add(async () => {
    health.drain()
    await listening.close()
  })
  const firstAdministratorLink = demo
    ? null
    : await createFirstAdministratorLink(primary.db, publicUrl)
  return { port: listening.port, app, firstAdministratorLink }
}

/** Loads the demonstration on a first start that wants it; tells whether the database holds it. */
async function settleDemonstration(
  { sql, db }: Connection,
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
    await seedDemo({ sql, db })
    return true
  }
  if (found?.demo && environment === 'production' && !flags.demo)
    throw new ConfigurationError(
      'This database holds the demonstration accounts, whose password is public: with NODE_ENV=production start with --demo, or set another DATA_DIR or DATABASE_URL.',
    )
  return found?.demo ?? false
}

import { join, resolve } from 'node:path'
import { createAuth, resolveSession } from '../features/identity/server/public.ts'
import { watchBackups } from '../features/upkeep/server/public.ts'
import { createApp } from './app.ts'
import type { Closing } from './closing.ts'
import type { Config } from './config.ts'
import { followChanges } from './db/change-feed.ts'
import { connect } from './db/connect.ts'
import { poolsOf } from './db/pools.ts'
import { followReplica } from './db/read-replica.ts'
import { watchConnection } from './db/watch-connection.ts'
import { createHealth } from './health.ts'
import { createHost } from './host.ts'
import { listen } from './listen.ts'
import { createLoadShedder } from './load-shedding.ts'
import type { Log } from './log.ts'
import { createMemory } from './memory.ts'
import { createMetrics } from './metrics.ts'
import type { PreparedDatabase } from './prepare-database.ts'
import { securityHeaders } from './security.ts'
import { createStaticFiles } from './static-files.ts'

/** Measured: twice as many at a time answer no more in a second, and each of them later. */
const loadLimits = { mostRunning: 64, mostWaiting: 256, longestWaitMs: 1000 }

const dist = join(resolve(import.meta.dirname, '../..'), 'dist')

/** Answers requests on the configured port, with nothing kept that another process would need. */
export async function serve(
  config: Config,
  { url, connection, demo }: PreparedDatabase,
  log: Log,
  closing: Closing,
): Promise<{ port: number }> {
  // Of their own, so that nobody's lesson waits behind a report on the same connection.
  const pools = poolsOf(config.workers)
  const reports = connect(url, { max: pools.reports, maxPlain: 1 })
  closing.add(reports.close)
  const replica =
    config.readDatabaseUrl === undefined
      ? null
      : followReplica({
          url: config.readDatabaseUrl,
          primary: reports,
          max: pools.db,
          maxLagSeconds: config.readMaxLagSeconds,
          log,
        })
  if (replica) closing.add(replica.close)
  const all = {
    renew: () => {
      connection.renew()
      reports.renew()
    },
  }
  const availability = watchConnection(url, all, log)
  closing.add(availability.stop)
  const memory = createMemory(() => changes.isLive())
  const changes = followChanges(url, { onChange: memory.forget, onGap: () => memory.forget() })
  closing.add(changes.close)
  const clock = () => new Date()
  const { publicUrl, timeZone, secret, oidc } = config
  const auth = createAuth({ db: connection.db, secret, publicUrl, oidc, clock, timeZone, log })
  const app = createApp({
    db: connection.db,
    readDb: replica?.db ?? reports.db,
    memory,
    config: {
      timeZone,
      publicUrl,
      demo,
      oidc: oidc && { label: oidc.label },
      hasMailServer: config.smtpUrl !== undefined,
      backupDirectory: config.backup?.directory,
    },
    log,
    clock,
    authHandler: (request) => auth.handler(request),
    resolveSession: (request) =>
      resolveSession(connection.sql, request, secret, clock, { timeZone, publicUrl, memory }),
  })
  const backups = config.backup && watchBackups(connection.db, config.backup.directory, clock)
  const health = createHealth(connection.sql, {
    availability,
    warn: async () => {
      const behind = replica?.problem() ?? null
      const late = await backups?.warn().catch(() => null)
      const warnings = [late, behind && `the replica ${behind}`]
      return warnings.filter(Boolean).join('; ') || null
    },
  })
  const host = createHost({
    app,
    staticFiles: createStaticFiles(dist),
    health,
    metrics: createMetrics([...(backups?.measures ?? []), ...(replica?.measures ?? [])]),
    shedder: createLoadShedder(loadLimits),
    availability,
    publicUrl,
    log,
  })
  const listening = await listen(host, {
    hostname: config.host,
    port: config.port,
    isProxy: config.isProxy,
    headers: securityHeaders({ https: publicUrl.startsWith('https:') }),
  })
  closing.add(async () => {
    health.drain()
    await listening.close()
  })
  return { port: listening.port }
}

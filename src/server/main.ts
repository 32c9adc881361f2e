import { enableCompileCache, flushCompileCache } from 'node:module'
import postgres from 'postgres'
import { createClosing } from './closing.ts'
import { compileCacheOf, readConfig } from './config.ts'
import { freePort } from './free-port.ts'
import { createLog, type Log } from './log.ts'
import { readFlags } from './start-flags.ts'

/** Starts the server and keeps it until it is told to stop; a start that fails says one sentence and ends with 1. */
export async function runServer(args: string[]): Promise<void> {
  const started = performance.now()
  const closing = createClosing()
  try {
    const flags = readFlags(args)
    const port = process.env.PORT === '0' ? String(await freePort()) : process.env.PORT
    const config = readConfig({ ...process.env, PORT: port })
    const log = createLog(config.environment)
    // What an earlier start compiled is read instead: a third less to do, and tens of megabytes less to keep.
    enableCompileCache(compileCacheOf(config))
    // After the settings: a misspelt one is told at once.
    const { startServer } = await import('./start-server.ts')
    const starting = startServer(config, flags, log, closing)
    stopOnSignal(async () => {
      await closing.run()
      // Broken off by that, or just opening something more.
      await starting.catch(() => {})
      await closing.run()
    }, log)
    const server = await starting
    // Not only at the end, which a server that is killed never sees.
    flushCompileCache()
    const { announce } = await import('./announce.ts')
    await announce(server, config, (performance.now() - started) / 1000)
  } catch (error) {
    // A start that was broken off fails on what is being closed under it.
    if (closing.begun()) return
    console.error(error instanceof Error && !isDefect(error) ? error.message : error)
    await closing.run().catch(console.error)
    process.exit(1)
  }
}

/** What nobody worded for the operator: then the place in the code helps more. */
function isDefect(error: Error): boolean {
  return [TypeError, ReferenceError, RangeError, SyntaxError, postgres.PostgresError].some(
    (kind) => error instanceof kind,
  )
}

const impatienceMs = 1000

function stopOnSignal(stop: () => Promise<void>, log: Log) {
  let since: number | undefined
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (since === undefined) {
        since = Date.now()
        log.info({ signal }, 'stopping: requests in flight finish, then the database closes')
        stop().then(
          () => process.exit(0),
          (error: unknown) => {
            log.error({ err: error }, 'not stopped cleanly')
            process.exit(1)
          },
        )
      } else if (Date.now() - since > impatienceMs) process.exit(130)
    })
}

if (import.meta.main) await runServer(process.argv.slice(2))

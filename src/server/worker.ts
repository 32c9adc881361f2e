import cluster from 'node:cluster'
import { createClosing } from './closing.ts'
import { readConfig } from './config.ts'
import { connect } from './db/connect.ts'
import { poolsOf } from './db/pools.ts'
import { createLog } from './log.ts'
import { serve } from './serve.ts'

// One of several processes that serve: started by workers.ts, on a database that is open and prepared.
const config = readConfig(process.env)
const log = createLog(config.environment)
const closing = createClosing()
const url = config.databaseUrl
if (!cluster.isWorker || url === undefined)
  throw new Error('worker.ts is started by the server, with WORKERS set.')

let isStopping = false
async function stop() {
  if (isStopping) return
  isStopping = true
  await closing.run().catch((err: unknown) => log.error({ err }, 'not stopped cleanly'))
  process.exit(0)
}
process.on('SIGTERM', stop)
// A terminal sends Ctrl-C to all; the process that started this one says when to stop.
process.on('SIGINT', () => {})
process.on('disconnect', stop)

const pools = poolsOf(config.workers)
const connection = connect(url, { max: pools.db, maxPlain: pools.sql })
closing.add(connection.close)
await serve(config, { url, connection, demo: process.env.OFFICINA_DEMO === '1' }, log, closing)

import cluster, { type Worker } from 'node:cluster'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { AggregatorRegistry } from 'prom-client'
import { type Config, compileCacheOf } from './config.ts'
import type { Log } from './log.ts'
import type { PreparedDatabase } from './prepare-database.ts'

/** Longer than a worker waits for requests in flight. */
const patienceMs = 12_000
const restartAfterMs = 500

/**
 * Starts the processes that serve, behind one port, and another for each that ends by itself. Resolves when all
 * of them listen, with how to stop them.
 */
export async function startWorkers(
  config: Config,
  { url, demo }: Pick<PreparedDatabase, 'url' | 'demo'>,
  log: Log,
): Promise<() => Promise<void>> {
  let isStopping = false
  cluster.setupPrimary({
    exec: join(import.meta.dirname, 'worker.ts'),
    args: [],
    // JSON would make nothing of an infinite measure.
    serialization: 'advanced',
  })
  const environment = {
    DATABASE_URL: url,
    SECRET: config.secret,
    PORT: String(config.port),
    OFFICINA_DEMO: demo ? '1' : '',
    NODE_COMPILE_CACHE: compileCacheOf(config),
  }
  const fork = () => cluster.fork(environment)
  answerMetrics()
  await Promise.all(Array.from({ length: config.workers }, () => listening(fork())))
  cluster.on('exit', async ({ process: { pid } }, code, signal) => {
    if (isStopping) return
    log.error({ pid, code, signal }, 'a worker ended by itself; another one takes its place')
    await pause(restartAfterMs)
    if (!isStopping) fork()
  })
  return async () => {
    isStopping = true
    await Promise.all(
      Object.values(cluster.workers ?? {})
        .flatMap((each) => each ?? [])
        .map(stop),
    )
  }
}

const listening = (worker: Worker) =>
  new Promise<void>((resolve, reject) => {
    worker.once('listening', () => resolve())
    worker.once('exit', () => reject(new Error('A worker did not start: its message is above.')))
  })

async function stop(worker: Worker): Promise<void> {
  const ended = new Promise((resolve) => worker.once('exit', resolve))
  worker.process.kill('SIGTERM')
  const late = setTimeout(() => worker.process.kill('SIGKILL'), patienceMs)
  await ended
  clearTimeout(late)
}

/** Whichever worker is asked for metrics gets those of all together. */
function answerMetrics() {
  const all = new AggregatorRegistry()
  cluster.on('message', async (worker, message: unknown) => {
    if (typeof message !== 'object' || message === null || !('wantsMetrics' in message)) return
    const text = await all.clusterMetrics().catch(() => null)
    if (worker.isConnected()) worker.send({ wantsMetrics: message.wantsMetrics, text })
  })
}

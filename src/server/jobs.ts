import { PgBoss, type Queue } from 'pg-boss'
import type { Log } from './context.ts'
import type { Db } from './db/connect.ts'
import { consumeBatch, type EventConsumer } from './events.ts'
import { wakingPause } from './waking-pause.ts'

export type JobDeps = {
  db: Db
  log: Log
  clock: () => Date
  timeZone: string
  publicUrl: string
  smtpUrl: string | null
}

/** Work the server does by itself. Each run is safe to repeat: a crash runs it again. */
export type Job = {
  name: string
  /** Five-field cron in the installation's time zone. */
  cron: string
  run: (deps: JobDeps) => Promise<void>
  /** How the queue treats it; by default what is short, and may run beside itself. */
  queue?: Omit<Queue, 'name'>
  /** Whether it should also run now, as a server starts. */
  isDueAtStart?: (deps: JobDeps) => Promise<boolean>
}

export type RunningJobs = { stop: () => Promise<void> }

const outboxPauseMs = 500

/** For `pg`, which the queue hands it on to: without it a connection that went silent is waited for, for ever. */
const patience = { query_timeout: 30_000 }

/** Schedules the jobs (one process of several runs each) and keeps event consumers up to date. */
export async function startJobs(
  databaseUrl: string,
  deps: JobDeps,
  jobs: readonly Job[],
  consumers: readonly EventConsumer[],
): Promise<RunningJobs> {
  const boss = new PgBoss({ connectionString: databaseUrl, schema: 'jobs', max: 2, ...patience })
  boss.on('error', (error) => deps.log.error({ err: error }, 'job queue'))
  await boss.start()
  for (const job of jobs) {
    await boss.createQueue(job.name, job.queue)
    await boss.work(job.name, async () => {
      await job.run(deps)
    })
    await boss.schedule(job.name, job.cron, null, { tz: deps.timeZone })
    if (await job.isDueAtStart?.(deps)) await boss.send(job.name)
  }
  const outbox = followOutbox(deps, consumers)
  return {
    stop: async () => {
      await outbox.stop()
      await boss.stop({ graceful: true, timeout: 5_000 })
    },
  }
}

function followOutbox({ db, log, clock, timeZone }: JobDeps, consumers: readonly EventConsumer[]) {
  let isStopping = false
  const pause = wakingPause()
  const turn = async () => {
    let taken = 0
    for (const consumer of consumers) {
      try {
        taken += await consumeBatch(db, consumer, { clock, timeZone })
      } catch (error) {
        // The cursor did not move: the same facts come again with the next turn.
        log.error({ err: error, consumer: consumer.name }, 'events not consumed')
      }
    }
    return taken
  }
  const running = (async () => {
    while (!isStopping) {
      if ((await turn()) > 0) continue
      if (!isStopping) await pause.wait(outboxPauseMs)
    }
  })()
  return {
    stop: async () => {
      isStopping = true
      pause.wake()
      await running
    },
  }
}

import type { Log } from '../log.ts'
import { wakingPause } from '../waking-pause.ts'
import { sqlStateOf } from './sql-state.ts'

export type Availability = {
  /** What is wrong with the database, in words for the operator; null while it answers. */
  problem: () => string | null
  /** The work's outcome; rejects with DatabaseLost at once when the database is lost while it goes on. */
  whileThere: <T>(work: Promise<T>) => Promise<T>
  stop: () => Promise<void>
}

export class DatabaseLost extends Error {
  override name = 'DatabaseLost'
  readonly code = 'CONNECTION_CLOSED'
}

/** One fresh way to ask the database whether it is there. */
export type Probe = { ask: () => Promise<unknown>; close: () => Promise<void> }

type Options = {
  open: () => Probe
  /** Connections made before may hang for ever: called each time the database is lost. */
  onLost: () => void
  log: Pick<Log, 'error' | 'info'>
  everyMs?: number
  /** So long without an answer and the database counts as lost. */
  patienceMs?: number
}

/**
 * Asks the database once a second. A request that waits for a database that went away silently would wait for
 * as long as the network does; who knows that it is away can say so, and begin anew when it is back.
 */
export function watchAvailability({
  open,
  onLost,
  log,
  everyMs = 1000,
  patienceMs = 5000,
}: Options): Availability {
  let problem: string | null = null
  const waiting = new Set<(error: DatabaseLost) => void>()
  let probe = open()
  let since = 0
  let isStopped = false
  const pause = wakingPause()

  const ask = async (): Promise<string | null> => {
    const answer = probe.ask().then(
      () => null,
      // It is there and full: those who have their connections are served, and must keep them.
      (error: unknown) => (sqlStateOf(error) === tooManyConnections ? null : unreachable),
    )
    const verdict = await Promise.race([answer, patience(patienceMs)])
    if (verdict === null) return null
    void probe.close().catch(() => {})
    probe = open()
    return verdict
  }

  const running = (async () => {
    while (!isStopped) {
      let found = await ask()
      // One connection may be ended by an operator; a second that fails at once is the database.
      if (found === unreachable && problem === null) found = await ask()
      if (isStopped) break
      if (found !== null && problem === null) {
        since = performance.now()
        log.error({ problem: found }, 'the database is lost: requests are put off until it is back')
        problem = found
        for (const reject of waiting) reject(new DatabaseLost(found))
        onLost()
      } else if (found === null && problem !== null) {
        const seconds = Math.round((performance.now() - since) / 100) / 10
        log.info({ seconds }, 'the database is back')
        problem = null
      } else if (found !== null) problem = found
      await pause.wait(problem === null ? everyMs : everyMs / 4)
    }
  })()

  return {
    problem: () => problem,
    whileThere: (work) => {
      // A race with one long-lived promise would keep every request in memory for as long as that lives.
      const { promise, reject } = Promise.withResolvers<never>()
      waiting.add(reject)
      return Promise.race([work, promise]).finally(() => waiting.delete(reject))
    },
    stop: async () => {
      isStopped = true
      pause.wake()
      await probe.close().catch(() => {})
      await running
    },
  }
}

const tooManyConnections = '53300'
const unreachable = 'the database cannot be reached'

/** Counted in small steps, so that a moment in which this very process stood still is not held against the database. */
async function patience(milliseconds: number): Promise<string> {
  const steps = 5
  for (let step = 0; step < steps; step += 1)
    await new Promise<void>((resolve) => {
      setTimeout(resolve, milliseconds / steps).unref()
    })
  return 'the database does not answer'
}

import { drizzle } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import type { Measure } from '../metrics.ts'
import { type Connection, connect, type Db } from './connect.ts'
import { whyUnavailable } from './unavailable.ts'

export type ReadReplica = {
  /** Asks the replica while it may be used, else the primary; what fails on a lost replica is asked again. */
  db: Db
  /** Why the primary is asked instead, in words for the operator; null while the replica is. */
  problem: () => string | null
  /** What it answers now is at most so old; infinite before the first look at it. */
  secondsBehind: () => number
  measures: readonly Measure[]
  close: () => Promise<void>
}

type Options = {
  url: string
  primary: Pick<Connection, 'client' | 'sql'>
  /** Further behind, it is not asked. */
  maxLagSeconds: number
  log: { info: Tell; warn: Tell }
  everyMs?: number
  /** So long without an answer and the replica counts as lost. */
  patienceMs?: number
}

type Tell = (fields: { problem?: string }, message: string) => void

/** Where the primary's journal stood, and when (milliseconds of a clock that never jumps). */
type Mark = { at: number; position: bigint }

/**
 * Follows how far the replica is behind. Its own clock cannot tell, since nothing arrives while nothing is written:
 * so each look notes where the primary's journal stands, and the replica is as new as the newest note it has passed.
 */
export function followReplica({
  url,
  primary,
  maxLagSeconds,
  log,
  everyMs = 500,
  patienceMs = 3000,
}: Options): ReadReplica {
  const replica = connect(url)
  const marks: Mark[] = []
  /** The replica holds all that the primary had committed at this moment. */
  let newAsOf = Number.NEGATIVE_INFINITY
  let wrong: string | null = 'has not been asked yet'
  let told: string | null = null
  let isStopped = false
  let wake = () => {}

  const secondsBehind = () => (performance.now() - newAsOf) / 1000
  const problem = () =>
    wrong ?? (secondsBehind() > maxLagSeconds ? `is more than ${maxLagSeconds} s behind` : null)

  const lose = (why: string) => {
    wrong = why
    newAsOf = Number.NEGATIVE_INFINITY
  }

  const look = async () => {
    // Marked before the replica is asked: what it has by then, it has at least.
    const at = performance.now()
    const mine = await inTime(positionOfPrimary(primary.sql), patienceMs).catch(() => null)
    if (mine) marks.push({ at, position: mine.position })
    let standing: Standing
    try {
      standing = await inTime(standingOf(replica.sql), patienceMs)
    } catch (error) {
      // Its connections may hang for ever: what waits on them fails now, and is asked of the primary.
      if (wrong !== unreachable) replica.renew()
      if (!whyUnavailable(error) && !(error instanceof TooLate))
        lose(`refuses: ${error instanceof Error ? error.message : String(error)}`)
      else lose(unreachable)
      return
    }
    if (!standing.isReplica || standing.position === null) lose('is no replica')
    // Without an answer of the primary nothing is new to say of the replica.
    else if (mine && standing.system !== mine.system) lose('is a replica of another database')
    else {
      const { position } = standing
      const passed = marks.findLastIndex((mark) => mark.position <= position)
      newAsOf = marks[passed]?.at ?? newAsOf
      marks.splice(0, passed)
      // A replica that stands still must not make this list grow; the oldest mark is the one it passes first.
      if (marks.length > mostMarks) marks.splice(1, 1)
      wrong = null
    }
  }

  const tell = () => {
    const now = problem()
    if (now === told) return
    if (now === null) log.info({}, 'dashboards and reports read from the replica')
    else log.warn({ problem: `the replica ${now}` }, 'dashboards and reports read from the primary')
    told = now
  }

  const running = (async () => {
    while (!isStopped) {
      await look()
      if (isStopped) break
      tell()
      await new Promise<void>((resolve) => {
        wake = resolve
        setTimeout(resolve, everyMs).unref()
      })
    }
  })()

  const client = falling(replica.client, primary.client, {
    mayUse: () => problem() === null,
    onLost: () => lose(unreachable),
  })
  return {
    db: drizzle(client),
    problem,
    secondsBehind,
    measures: [
      {
        name: 'officina_replica_in_use',
        help: '1 while dashboards and reports read from the replica, 0 while from the primary.',
        ofAll: 'min',
        read: () => (problem() === null ? 1 : 0),
      },
      {
        name: 'officina_replica_behind_seconds',
        help: 'How old what the replica answers is at most.',
        ofAll: 'max',
        read: secondsBehind,
      },
    ],
    close: async () => {
      isStopped = true
      wake()
      await replica.close()
      await running
    },
  }
}

const mostMarks = 1000
const unreachable = 'cannot be reached'

/** Runs each statement, or each transaction as a whole, on the replica, and on the primary when that is lost. */
function falling(
  replica: postgres.Sql,
  primary: postgres.Sql,
  { mayUse, onLost }: { mayUse: () => boolean; onLost: () => void },
): postgres.Sql {
  const ask = async <T>(question: (client: postgres.Sql) => PromiseLike<T>): Promise<T> => {
    if (!mayUse()) return await question(primary)
    try {
      return await question(replica)
    } catch (error) {
      const why = whyUnavailable(error)
      if (why === null) throw error
      // A statement may stand in the way of what the replica has to take over: that replica is not lost.
      if (why !== conflictWithRecovery) onLost()
      return await question(primary)
    }
  }
  const unsafe = (
    query: string,
    parameters?: postgres.ParameterOrJSON<never>[],
    options?: postgres.UnsafeQueryOptions,
  ) => {
    let isInArrays = false
    // Sent a moment later: whoever wants arrays says so after the call.
    const answer = Promise.resolve().then(() =>
      ask<unknown>((client) => {
        const pending = client.unsafe(query, parameters, options)
        return isInArrays ? pending.values() : pending
      }),
    )
    const values = () => {
      isInArrays = true
      return answer
    }
    return Object.assign(answer, { values })
  }
  const begin = (...given: unknown[]) =>
    ask((client) => Reflect.apply(client.begin, client, given) as Promise<unknown>) // its own result
  return new Proxy(primary, {
    get(target, key) {
      if (key === 'unsafe') return unsafe
      if (key === 'begin') return begin
      return Reflect.get(target, key)
    },
  })
}

const conflictWithRecovery = '40001'

async function positionOfPrimary(sql: postgres.Sql): Promise<{ position: bigint; system: string }> {
  const [row] = await sql<{ position: string; system: string }[]>`
    select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::text as position,
      (select system_identifier::text from pg_control_system()) as system`
  if (!row) throw new Error('no row')
  return { position: BigInt(row.position), system: row.system }
}

type Standing = { isReplica: boolean; position: bigint | null; system: string }

async function standingOf(sql: postgres.Sql): Promise<Standing> {
  const [row] = await sql<{ isReplica: boolean; position: string | null; system: string }[]>`
    select pg_is_in_recovery() as "isReplica",
      pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::text as position,
      (select system_identifier::text from pg_control_system()) as system`
  if (!row) throw new Error('no row')
  return { ...row, position: row.position === null ? null : BigInt(row.position) }
}

class TooLate extends Error {
  override name = 'TooLate'
}

async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate('no answer')), milliseconds)
    timer.unref()
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

import { drizzle } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import { inTime, TooLate } from '../in-time.ts'
import type { Measure } from '../metrics.ts'
import { wakingPause } from '../waking-pause.ts'
import { type Connection, connect, type Db } from './connect.ts'
import { fallingClient } from './falling-client.ts'
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
  /** Connections to it, at most; one more asks how far it is. */
  max?: number
  everyMs?: number
  /** So long without an answer and the replica counts as lost. */
  patienceMs?: number
  /** Milliseconds of a clock that never jumps, by which the lag is counted. */
  now?: () => number
}

type Tell = (fields: { problem?: string }, message: string) => void

/** Where the primary's journal stood, and when (milliseconds of `now`). */
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
  max = 8,
  everyMs = 500,
  patienceMs = 3000,
  now = () => performance.now(),
}: Options): ReadReplica {
  const replica = connect(url, { max, maxPlain: 1 })
  const marks: Mark[] = []
  /** The replica holds all that the primary had committed at this moment. */
  let newAsOf = Number.NEGATIVE_INFINITY
  let wrong: string | null = 'has not been asked yet'
  let told: string | null = null
  /** Its connections are new since it was lost. */
  let isRenewed = false
  let isStopped = false
  const pause = wakingPause()

  const secondsBehind = () => (now() - newAsOf) / 1000
  const problem = () =>
    wrong ?? (secondsBehind() > maxLagSeconds ? `is more than ${maxLagSeconds} s behind` : null)

  const lose = (why: string) => {
    wrong = why
    newAsOf = Number.NEGATIVE_INFINITY
  }

  const look = async () => {
    // Marked before the replica is asked: what it has by then, it has at least.
    const at = now()
    const mine = await inTime(positionOfPrimary(primary.sql), patienceMs).catch(() => null)
    if (mine) marks.push({ at, position: mine.position })
    let standing: Standing
    try {
      standing = await inTime(standingOf(replica.sql), patienceMs)
    } catch (error) {
      // Its connections may hang for ever: what waits on them fails now, and is asked of the primary.
      if (!isRenewed || error instanceof TooLate) replica.renew()
      isRenewed = true
      if (!whyUnavailable(error) && !(error instanceof TooLate))
        lose(`refuses: ${error instanceof Error ? error.message : String(error)}`)
      else lose(unreachable)
      return
    }
    isRenewed = false
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
    const found = problem()
    if (found === told) return
    if (found === null) log.info({}, 'dashboards and reports read from the replica')
    else
      log.warn({ problem: `the replica ${found}` }, 'dashboards and reports read from the primary')
    told = found
  }

  const running = (async () => {
    while (!isStopped) {
      await look()
      if (isStopped) break
      tell()
      await pause.wait(everyMs)
    }
  })()

  const client = fallingClient(replica.client, primary.client, {
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
      pause.wake()
      await replica.close()
      await running
    },
  }
}

const mostMarks = 1000
const unreachable = 'cannot be reached'

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

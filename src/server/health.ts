import type { Sql } from 'postgres'
import type { Availability } from './db/availability.ts'
import { migrationState } from './db/migrate.ts'
import { inTime, TooLate } from './in-time.ts'

export type Health = {
  live: () => Response
  ready: () => Promise<Response>
  /** From now on not ready: a balancer stops sending requests. */
  drain: () => void
}

const patienceMs = 3000
/** A warning is worth less than an answer. */
const warningPatienceMs = 1000

type Options = {
  /** Knows without asking that the database is lost. */
  availability?: Pick<Availability, 'problem'>
  /** What the operator should see to, although requests are answered; in words. */
  warn?: () => Promise<string | null>
}

export function createHealth(sql: Sql, { availability, warn }: Options = {}): Health {
  let draining = false
  let migrated = false

  return {
    live: () => answer(200, { status: 'live' }),
    drain: () => {
      draining = true
    },
    ready: async () => {
      if (draining) return answer(503, { status: 'shutting down' })
      const lost = availability?.problem()
      if (lost) return answer(503, { status: 'not ready', problem: lost })
      const warned = findWarning()
      try {
        const problem = await inTime(findProblem(), patienceMs)
        if (problem !== null) return answer(503, { status: 'not ready', problem })
      } catch (error) {
        const problem =
          error instanceof TooLate
            ? 'the database does not answer'
            : 'the database cannot be reached'
        return answer(503, { status: 'not ready', problem })
      }
      const warning = await warned
      return answer(200, { status: 'ready', ...(warning !== null && { warning }) })
    },
  }

  async function findWarning(): Promise<string | null> {
    if (!warn) return null
    return await inTime(warn(), warningPatienceMs).catch(() => null)
  }

  async function findProblem(): Promise<string | null> {
    if (migrated) {
      await sql`select 1`
      return null
    }
    const { current, pending, conflict } = await migrationState(sql)
    // Files do not change under a running server: once current, always current.
    migrated = current
    return current ? null : (conflict ?? `migrations are missing: ${pending.join(', ')}`)
  }
}

function answer(
  status: number,
  body: { status: string; problem?: string; warning?: string },
): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}

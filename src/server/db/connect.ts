import type { PgDatabase, PgTransaction } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { renewable } from './renewable.ts'

type Tables = Record<string, never>

/** What stores and views take: the database itself or a transaction in it. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, Tables>
/** For what must not run outside a transaction. */
export type Tx = PgTransaction<
  PostgresJsQueryResultHKT,
  Tables,
  import('drizzle-orm').ExtractTablesWithRelations<Tables>
>

export type Connection = {
  db: Db
  /** What `db` talks through: with Drizzle's codecs, and a plan kept for every statement. */
  client: postgres.Sql
  /** For migrations, seeds and operator commands: plain SQL with the driver's own types. */
  sql: postgres.Sql
  /**
   * Drops every connection and begins anew: what waits on one fails at once. For a database that went away
   * silently, whose connections would hang for as long as the network lets them.
   */
  renew: () => void
  close: () => Promise<void>
}

/**
 * Opens nothing yet: connections are made when the first query comes.
 * @param max connections at most for `db`, and maxPlain for `sql`, whose own they are. Short statements of many
 * requests share a connection one after the other: measured, eight serve sixteen people a tenth faster than one each.
 */
export function connect(
  url: string,
  { max = 8, maxPlain = 4 }: { max?: number; maxPlain?: number } = {},
): Connection {
  // Drizzle replaces the date and JSON codecs of the client it is given, so plain SQL has its own.
  const drizzled = renewable(() => postgres(url, { ...options, connection: impatient, max }))
  const sql = renewable(() => postgres(url, { ...options, max: maxPlain }))
  const client = preparing(drizzled.client)
  return {
    db: drizzle(client),
    client,
    sql: sql.client,
    renew: () => {
      drizzled.renew()
      sql.renew()
    },
    close: async () => {
      await Promise.all([drizzled.client.end({ timeout: 5 }), sql.client.end({ timeout: 5 })])
    },
  }
}

type Work = (client: postgres.TransactionSql) => unknown

/** A transaction; over when it ended or its connection did. */
type Life = { isOver: boolean }

/**
 * Drizzle asks for every statement to be planned anew. Ours are few and come again and again, and planning
 * one takes longer than running it, so each connection keeps its plans.
 * @param life of the transaction the client belongs to: once that is over the driver would run its statements,
 * `rollback` too, on whatever the connection does next
 */
function preparing<Client extends postgres.ISql>(client: Client, life?: Life): Client {
  return new Proxy(client, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver)
      if (typeof value !== 'function') return value
      if (key === 'unsafe')
        return (query: string, parameters: never[], given?: postgres.UnsafeQueryOptions) => {
          if (life?.isOver) throw new Error('The transaction is over: its connection has closed.')
          return target.unsafe(query, parameters, { ...given, prepare: true })
        }
      // Both take the work last, after an isolation level or a name.
      if (key === 'begin' || key === 'savepoint')
        return async (...given: [...string[], Work]) => {
          const inner = life ?? { isOver: false }
          try {
            return await value(...given.slice(0, -1), within(given.at(-1) as Work, inner))
          } finally {
            if (key === 'begin') inner.isOver = true
          }
        }
      return value
    },
  })
}

/** The work; when the connection closed under it, it never ends for the driver, which has told the caller already. */
const within = (work: Work, life: Life) => async (client: postgres.TransactionSql) => {
  try {
    const result = await work(preparing(client, life))
    if (!life.isOver) return result
  } catch (error) {
    if (!life.isOver) throw error
  }
  return await new Promise<never>(() => {})
}

const options = {
  onnotice: () => {},
  connect_timeout: 10,
  // The driver's own grows to twenty seconds, in which a database that is back goes unused.
  backoff: () => 0.2 + Math.random() * 0.3,
  idle_timeout: 300,
  connection: {
    application_name: 'officina',
    TimeZone: 'UTC',
    // The database asks after 5 s of silence, and gives up after 20, whether this server is still there.
    tcp_keepalives_idle: 5,
    tcp_keepalives_interval: 5,
    tcp_keepalives_count: 3,
  },
} as const

/**
 * A server that vanished leaves transactions open on the database's side, and their locks: for hours, as the
 * network counts. Those who wait for such a lock are told to come back, and the lock goes.
 */
const impatient = {
  ...options.connection,
  idle_in_transaction_session_timeout: 10_000,
  lock_timeout: 5_000,
}

import type { PgDatabase, PgTransaction } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

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
  /** For migrations, seeds and operator commands: plain SQL with the driver's own types. */
  sql: postgres.Sql
  close: () => Promise<void>
}

/**
 * Opens nothing yet: connections are made when the first query comes.
 * @param max connections at most for `db`; `sql` has up to 4 of its own
 */
export function connect(url: string, { max = 20 }: { max?: number } = {}): Connection {
  // Drizzle replaces the date and JSON codecs of the client it is given, so plain SQL has its own.
  const drizzled = postgres(url, { ...options, max })
  const sql = postgres(url, { ...options, max: 4 })
  return {
    db: drizzle(preparing(drizzled)),
    sql,
    close: async () => {
      await Promise.all([drizzled.end({ timeout: 5 }), sql.end({ timeout: 5 })])
    },
  }
}

type Work = (client: postgres.TransactionSql) => unknown

/**
 * Drizzle asks for every statement to be planned anew. Ours are few and come again and again, and planning
 * one takes longer than running it, so each connection keeps its plans.
 */
function preparing<Client extends postgres.ISql>(client: Client): Client {
  const wrapped = (work: Work) => (inner: postgres.TransactionSql) => work(preparing(inner))
  return new Proxy(client, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver)
      if (typeof value !== 'function') return value
      if (key === 'unsafe')
        return (query: string, parameters: never[], given?: postgres.UnsafeQueryOptions) =>
          target.unsafe(query, parameters, { ...given, prepare: true })
      // Both take the work last, after an isolation level or a name.
      if (key === 'begin' || key === 'savepoint')
        return (...given: [...string[], Work]) =>
          value(...given.slice(0, -1), wrapped(given.at(-1) as Work))
      return value
    },
  })
}

const options = {
  onnotice: () => {},
  connect_timeout: 10,
  idle_timeout: 300,
  connection: { application_name: 'officina', TimeZone: 'UTC' },
} as const

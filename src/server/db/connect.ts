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
    db: drizzle(drizzled),
    sql,
    close: async () => {
      await Promise.all([drizzled.end({ timeout: 5 }), sql.end({ timeout: 5 })])
    },
  }
}

const options = {
  onnotice: () => {},
  connect_timeout: 10,
  idle_timeout: 300,
  connection: { application_name: 'officina', TimeZone: 'UTC' },
} as const

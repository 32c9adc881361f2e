import { drizzle } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import { rebuildRollups } from '../../features/reporting/server/public.ts'

/** Counts the sums of everything loaded, as dashboards read them. */
export async function connectForRollups(sql: postgres.Sql): Promise<void> {
  await drizzle(sql).transaction((tx) => rebuildRollups(tx))
}

import postgres from 'postgres'
import type { Probe } from './availability.ts'

/** A connection of its own, so that no pool's queue stands between the question and the database. */
export function openProbe(url: string): Probe {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 5,
    backoff: () => 0,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: 'officina watch' },
  })
  return { ask: () => sql`select 1`, close: () => sql.end({ timeout: 0 }) }
}

import postgres from 'postgres'
import type { Log } from '../log.ts'
import { type Availability, type Probe, watchAvailability } from './availability.ts'
import type { Connection } from './connect.ts'

/** Knows whether the database answers; when it is lost the connections are made anew, for they may hang. */
export function watchConnection(
  url: string,
  connection: Pick<Connection, 'renew'>,
  log: Log,
): Availability {
  return watchAvailability({ open: () => openProbe(url), onLost: () => connection.renew(), log })
}

/** A connection of its own, so that no pool's queue stands between the question and the database. */
function openProbe(url: string): Probe {
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

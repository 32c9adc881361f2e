import { publishOwnCourses } from '../features/catalogue/server/public.ts'
import type { Closing } from './closing.ts'
import { type Config, ConfigurationError } from './config.ts'
import { type Connection, connect } from './db/connect.ts'
import { migrate } from './db/migrate.ts'
import { openDatabase } from './db/open.ts'
import { connectionsNeeded } from './db/pools.ts'
import type { Log } from './log.ts'
import type { StartFlags } from './start-flags.ts'

export type PreparedDatabase = {
  url: string
  connection: Connection
  /** It holds the demonstration region. */
  demo: boolean
}

/** Opens the database and brings it to what this version needs: migrations, demonstration, courses. */
export async function prepareDatabase(
  config: Config,
  flags: StartFlags,
  log: Log,
  closing: Closing,
): Promise<PreparedDatabase> {
  // Room for operator commands and looking around, and for what very many processes may take.
  const max_connections = String(Math.max(200, connectionsNeeded(config.workers)))
  const { url, close } = await openDatabase(config, log, { settings: { max_connections } })
  closing.add(close)
  const connection = connect(url)
  closing.add(connection.close)
  for (const name of await migrate(connection.sql)) log.info({ name }, 'migration applied')
  const demo = await settleDemonstration(connection, config, flags, log)
  // After the demonstration, which publishes the courses two years back.
  for (const id of await publishOwnCourses(connection.sql, new Date()))
    log.info({ id }, 'course published')
  return { url, connection, demo }
}

/** Loads the demonstration on a first start that wants it; tells whether the database holds it. */
async function settleDemonstration(
  { sql, db }: Connection,
  { environment }: Config,
  flags: StartFlags,
  log: Log,
): Promise<boolean> {
  const wanted = flags.demo || (!flags.empty && environment !== 'production')
  const [found] = await sql<{ filled: boolean; demo: boolean }[]>`
    select exists (select 1 from unit) as filled,
      exists (select 1 from person where email = 'admin@demo.officina.test') as demo`
  if (wanted && !found?.filled) {
    log.info('loading the demonstration region; this happens once')
    const { seedDemo } = await import('./seed/demo.ts')
    await seedDemo({ sql, db })
    return true
  }
  if (found?.demo && environment === 'production' && !flags.demo)
    throw new ConfigurationError(
      'This database holds the demonstration accounts, whose password is public: with NODE_ENV=production start with --demo, or set another DATA_DIR or DATABASE_URL.',
    )
  return found?.demo ?? false
}

import postgres from 'postgres'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { openEmbedded } from './embedded.ts'

/** The embedded PostgreSQL in DATA_DIR, or the server DATABASE_URL names. */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  log: Log,
  options: { asGuest?: boolean; settings?: Record<string, string> } = {},
): Promise<{ url: string; close: () => Promise<void> }> {
  if (config.databaseUrl === undefined) return await openEmbedded(config.dataDir, log, options)
  await checkExternal(config.databaseUrl)
  return { url: config.databaseUrl, close: async () => {} }
}

const oldestMajor = 15
const extensions = ['ltree', 'unaccent', 'pg_trgm']

/** Throws one sentence when the server cannot be reached or lacks something Officina needs. */
export async function checkExternal(url: string): Promise<void> {
  const { host, pathname } = new URL(url)
  const place = `${host}${pathname}`
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    const [server] = await sql<
      { number: number; encoding: string }[]
    >`select current_setting('server_version_num')::int as number, current_setting('server_encoding') as encoding`
    const major = Math.floor((server?.number ?? 0) / 10_000)
    if (major < oldestMajor)
      throw new ExternalDatabaseError(
        `The server of DATABASE_URL is PostgreSQL ${major}; Officina needs ${oldestMajor} or newer.`,
      )
    if (server?.encoding !== 'UTF8')
      throw new ExternalDatabaseError(
        `The database of DATABASE_URL has the encoding ${server?.encoding}; Officina needs UTF8.`,
      )
    const found = await sql<
      { name: string }[]
    >`select name from pg_available_extensions where name in ${sql(extensions)}`
    const missing = extensions.filter((name) => !found.some((each) => each.name === name))
    if (missing.length > 0)
      throw new ExternalDatabaseError(
        `The server of DATABASE_URL lacks the extensions ${missing.join(', ')}: install its contrib package (postgresql-contrib).`,
      )
  } catch (cause) {
    if (cause instanceof ExternalDatabaseError) throw cause
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause)
    throw new ExternalDatabaseError(`DATABASE_URL: ${place} cannot be opened: ${reason}.`, {
      cause,
    })
  } finally {
    await sql.end({ timeout: 1 })
  }
}

class ExternalDatabaseError extends Error {
  override name = 'ExternalDatabaseError'
}

import type { ParseArgsOptionsConfig } from 'node:util'
import type { Config } from '../config.ts'
import { type Connection, connect } from '../db/connect.ts'
import { openDatabase } from '../db/open.ts'
import type { Log } from '../log.ts'

export type CommandContext = {
  config: Config
  log: Log
  values: Record<string, string | boolean | (string | boolean)[] | undefined>
  positionals: string[]
  print: (line: string) => void
}

export type Command = {
  name: string
  /** One line of the list of commands. */
  summary: string
  usage: string
  help: string
  options: ParseArgsOptionsConfig
  /** Throws one sentence when it fails. */
  run: (context: CommandContext) => Promise<void>
}

/**
 * Opens the configured database, that of a running server too, and closes it after the work.
 * @param settings of PostgreSQL, when it is the embedded one and this starts it
 */
export async function withDatabase<T>(
  { config, log }: Pick<CommandContext, 'config' | 'log'>,
  work: (connection: Connection) => Promise<T>,
  settings: Record<string, string> = {},
): Promise<T> {
  const database = await openDatabase(config, log, { asGuest: true, settings })
  const connection = connect(database.url)
  try {
    return await work(connection)
  } finally {
    await connection.close()
    await database.close()
  }
}

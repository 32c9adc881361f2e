import { parseArgs } from 'node:util'
import { ConfigurationError } from './config.ts'

/** `empty`: no demonstration data; `demo`: demonstration accounts even in production. */
export type StartFlags = { empty: boolean; demo: boolean }

export function readFlags(args: string[]): StartFlags {
  try {
    const options = { empty: { type: 'boolean' }, demo: { type: 'boolean' } } as const
    const { empty = false, demo = false } = parseArgs({ args, options }).values
    if (empty && demo) throw new ConfigurationError('--empty and --demo exclude each other.')
    return { empty, demo }
  } catch (error) {
    if (error instanceof ConfigurationError) throw error
    throw new ConfigurationError(
      `Known options are --empty and --demo: ${error instanceof Error ? error.message : error}`,
    )
  }
}

import { spawnSync } from 'node:child_process'

/** With owners and modes: a database belongs to PostgreSQL's account, and it refuses a folder of another's. */
export function copyFolder(from: string, to: string) {
  const { status, stderr, error } = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${from} could not be copied: ${error?.message ?? stderr}`)
}

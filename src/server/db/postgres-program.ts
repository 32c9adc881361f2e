import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { ClusterPlace } from './cluster-place.ts'

/** Runs one of PostgreSQL's own programs to its end, as the cluster's account. */
export function runProgram(place: ClusterPlace, program: string, args: string[]) {
  const result = spawnSync(join(place.native, 'bin', program), args, {
    ...asAccount(place),
    encoding: 'utf8',
  })
  const stderr = result.error ? result.error.message : result.stderr
  return { status: result.status ?? 1, stdout: result.stdout ?? '', stderr }
}

/** `18.4`, of the programs we run. */
export function serverVersion(place: ClusterPlace): string {
  const { stdout, stderr } = runProgram(place, 'postgres', ['--version'])
  const version = /(\d+\.\d+)/.exec(stdout)?.[1]
  if (!version) throw new Error(`PostgreSQL's program does not run: ${stderr.trim()}`)
  return version
}

/** How a process of PostgreSQL is started: as its account, in a folder that account may enter. */
export function asAccount({ account, root }: ClusterPlace) {
  // A clean environment: PGDATA, PGPORT and the like would speak into it.
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_MESSAGES: 'C', PGTZ: 'UTC' }
  return { cwd: root, env, ...(account ? { uid: account.uid, gid: account.gid } : {}) }
}

/** What matters of a log stands at its end. */
export function lastLines(text: string) {
  return text.trim().split('\n').slice(-12).join('\n')
}

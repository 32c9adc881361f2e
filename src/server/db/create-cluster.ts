import { chownSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ClusterPlace, dataFolder } from './cluster-place.ts'
import { lastLines, runProgram } from './postgres-program.ts'

/** Makes an empty cluster whose one account, `officina`, has this password. Throws PostgreSQL's words when it cannot. */
export function createCluster(place: ClusterPlace, password: string) {
  const half = join(place.root, 'data.new')
  const passwordFile = join(place.root, 'password.new')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid)
  // Sorting that never changes with the system's libraries; where people read, queries name a collation.
  const collation = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8']
  const common = [`--pgdata=${half}`, '--username=officina', '--auth=scram-sha-256']
  // Word boundaries of pg_trgm follow LC_CTYPE, hence UTF-8 where the system has it.
  let made = { status: 1, stderr: '' }
  for (const ctype of ['C.UTF-8', 'C']) {
    rmSync(half, { recursive: true, force: true })
    const locale = ['--locale=C', `--lc-ctype=${ctype}`, `--pwfile=${passwordFile}`]
    made = runProgram(place, 'initdb', [...common, ...collation, ...locale])
    if (made.status === 0) break
  }
  rmSync(passwordFile, { force: true })
  if (made.status !== 0)
    throw new Error(
      `PostgreSQL could not create its data folder in ${place.root}: ${lastLines(made.stderr)}`,
    )
  // Renamed last, so that a half-made cluster is never mistaken for one.
  renameSync(half, dataFolder(place))
}

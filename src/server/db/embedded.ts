import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import type { Log } from '../log.ts'
import { becomeKeeper, keeperOf } from './cluster-keeper.ts'
import { type ClusterPlace, dataFolder, placeCluster } from './cluster-place.ts'
import { createCluster } from './create-cluster.ts'
import { keepPostmaster } from './keep-postmaster.ts'
import { serverVersion } from './postgres-program.ts'
import { findPostmaster, type Postmaster, startPostmaster, stopPostmaster } from './postmaster.ts'

export type EmbeddedDatabase = {
  url: string
  /** Stops PostgreSQL when this process keeps it; a guest only leaves. */
  close: () => Promise<void>
}

type Options = {
  /** Operator commands may share the database of a running server; a second server may not. */
  asGuest?: boolean
  /** Settings on top of ours, for tests: `{ fsync: 'off' }`. */
  settings?: Record<string, string>
}

/**
 * PostgreSQL 18 with its data in `dataDir`. Creates the cluster the first time, takes over one that a
 * killed server left running, and says why when it cannot start.
 */
export async function openEmbedded(
  dataDir: string,
  log: Log,
  { asGuest = false, settings = {} }: Options = {},
): Promise<EmbeddedDatabase> {
  const place = placeCluster(dataDir)
  const release = await keeperOrGuest(dataDir, asGuest)
  if (!release) return { url: await guestUrl(place, dataDir), close: async () => {} }
  try {
    refuseOtherMajor(place)
    const taken = await takeOver(place, dataDir, log)
    if (!existsSync(dataFolder(place))) createCluster(place, makePassword(dataDir))
    const running = taken ?? (await startPostmaster(place, dataDir, settings))
    const url = urlOf(dataDir, running.port)
    await createDatabase(url)
    const again = { ...settings, port: String(running.port) }
    const kept = keepPostmaster(
      running,
      async () => {
        // What a killed process leaves: PostgreSQL refuses only while it may still be in use.
        rmSync(join(dataFolder(place), 'postmaster.pid'), { force: true })
        return await startPostmaster(place, dataDir, again)
      },
      log,
    )
    return {
      url,
      close: async () => {
        const pid = await kept.release()
        if (pid !== undefined) await stopPostmaster(pid)
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

const databaseName = 'officina'

async function keeperOrGuest(dataDir: string, asGuest: boolean) {
  // A server that is just shutting down (restart, watch mode) gets time to finish.
  const deadline = Date.now() + 15_000
  for (;;) {
    const release = becomeKeeper(dataDir)
    if (release || asGuest) return release
    if (Date.now() > deadline)
      throw new Error(
        `Another Officina (process ${keeperOf(dataDir)}) already runs on DATA_DIR ${dataDir}: stop it first, or set another DATA_DIR.`,
      )
    await pause(200)
  }
}

async function guestUrl(place: ClusterPlace, dataDir: string): Promise<string> {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    const running = findPostmaster(place)
    if (running?.ready) {
      const url = urlOf(dataDir, running.port)
      if (await answers(url)) return url
    }
    await pause(200)
  }
  throw new Error(`The database of the server running on ${dataDir} does not answer.`)
}

function refuseOtherMajor(place: ClusterPlace) {
  const versionFile = join(dataFolder(place), 'PG_VERSION')
  if (!existsSync(versionFile)) return
  const found = readFileSync(versionFile, 'utf8').trim()
  const own = serverVersion(place).split('.')[0]
  if (found !== own)
    throw new Error(
      `The database in ${place.root} was made by PostgreSQL ${found}, this is PostgreSQL ${own}: back it up with the version of Officina that made it, then restore it here.`,
    )
}

async function takeOver(
  place: ClusterPlace,
  dataDir: string,
  log: Log,
): Promise<Postmaster | undefined> {
  const running = findPostmaster(place)
  if (!running) {
    // PostgreSQL itself refuses when the number in a stale file now belongs to some other process.
    rmSync(join(dataFolder(place), 'postmaster.pid'), { force: true })
    return undefined
  }
  const version = await answers(urlOf(dataDir, running.port))
  if (version === serverVersion(place)) {
    log.info(`took over the database that an earlier server left running (process ${running.pid})`)
    return running
  }
  log.warn(`stopping the database that an earlier server left running (process ${running.pid})`)
  await stopPostmaster(running.pid)
  return undefined
}

/** Version of the server when it answers to our password within three seconds. */
async function answers(url: string): Promise<string | undefined> {
  const sql = postgres(maintenance(url), { max: 1, connect_timeout: 3, onnotice: () => {} })
  try {
    const [row] = await sql<
      { version: string }[]
    >`select split_part(current_setting('server_version'), ' ', 1) as version`
    return row?.version
  } catch {
    return undefined
  } finally {
    await sql.end({ timeout: 1 })
  }
}

async function createDatabase(url: string) {
  const sql = postgres(maintenance(url), { max: 1, onnotice: () => {} })
  try {
    const found = await sql`select 1 from pg_database where datname = ${databaseName}`
    if (found.length === 0) await sql.unsafe(`create database ${databaseName}`)
  } finally {
    await sql.end()
  }
}

function passwordPath(dataDir: string) {
  return join(dataDir, 'postgres.password')
}

function makePassword(dataDir: string): string {
  const password = randomBytes(24).toString('hex')
  writeFileSync(passwordPath(dataDir), password, { mode: 0o600 })
  return password
}

function urlOf(dataDir: string, port: number) {
  const path = passwordPath(dataDir)
  if (!existsSync(path))
    throw new Error(
      `${path} is missing, and without it the database cannot be opened: put it back from a backup.`,
    )
  return `postgres://officina:${readFileSync(path, 'utf8').trim()}@127.0.0.1:${port}/${databaseName}`
}

function maintenance(url: string) {
  const other = new URL(url)
  other.pathname = '/postgres'
  return other.href
}

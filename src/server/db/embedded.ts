import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { freePort } from '../free-port.ts'
import type { Log } from '../log.ts'
import { becomeKeeper, isAlive, keeperOf } from './cluster-keeper.ts'
import { type ClusterPlace, placeCluster } from './cluster-place.ts'

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
    if (!existsSync(dataFolder(place))) createCluster(place, dataDir)
    const running = taken ?? (await start(place, dataDir, settings))
    const url = urlOf(dataDir, running.port)
    await createDatabase(url)
    return {
      url,
      close: async () => {
        await stop(running.pid)
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

const databaseName = 'officina'

function dataFolder(place: ClusterPlace) {
  return join(place.root, 'data')
}

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
    const running = runningPostmaster(place)
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

function serverVersion(place: ClusterPlace): string {
  const { stdout, stderr } = run(place, 'postgres', ['--version'])
  const version = /(\d+\.\d+)/.exec(stdout)?.[1]
  if (!version) throw new Error(`PostgreSQL's program does not run: ${stderr.trim()}`)
  return version
}

type Running = { pid: number; port: number; ready: boolean }

/** What postmaster.pid says, if that process is a PostgreSQL on this very folder. */
function runningPostmaster(place: ClusterPlace): Running | undefined {
  const [pid, folder, , port, , , , status] = readLines(join(dataFolder(place), 'postmaster.pid'))
  const number = Number(pid)
  if (!number || !isAlive(number) || folder !== dataFolder(place)) return undefined
  if (!commandOf(number).includes('postgres')) return undefined
  return { pid: number, port: Number(port), ready: status?.trim() === 'ready' }
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch {
    return []
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
  }
}

async function takeOver(
  place: ClusterPlace,
  dataDir: string,
  log: Log,
): Promise<Running | undefined> {
  const running = runningPostmaster(place)
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
  await stop(running.pid)
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

function createCluster(place: ClusterPlace, dataDir: string) {
  const half = join(place.root, 'data.new')
  const passwordFile = join(place.root, 'password.new')
  rmSync(half, { recursive: true, force: true })
  const secret = randomBytes(24).toString('hex')
  writeFileSync(passwordPath(dataDir), secret, { mode: 0o600 })
  writeFileSync(passwordFile, secret, { mode: 0o600 })
  if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid)
  // Sorting that never changes with the system's libraries; where people read, queries name a collation.
  const collation = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8']
  const common = [`--pgdata=${half}`, '--username=officina', '--auth=scram-sha-256']
  // Word boundaries of pg_trgm follow LC_CTYPE, hence UTF-8 where the system has it.
  const outcomes = ['C.UTF-8', 'C'].map((ctype) => () => {
    rmSync(half, { recursive: true, force: true })
    return run(place, 'initdb', [
      ...common,
      ...collation,
      '--locale=C',
      `--lc-ctype=${ctype}`,
      `--pwfile=${passwordFile}`,
    ])
  })
  let last = { status: 1, stdout: '', stderr: '' }
  for (const attempt of outcomes) {
    last = attempt()
    if (last.status === 0) break
  }
  rmSync(passwordFile, { force: true })
  if (last.status !== 0)
    throw new Error(
      `PostgreSQL could not create its data folder in ${place.root}: ${lastLines(last.stderr)}`,
    )
  // Renamed last, so that a half-made cluster is never mistaken for one.
  renameSync(half, dataFolder(place))
}

async function start(
  place: ClusterPlace,
  dataDir: string,
  settings: Record<string, string>,
): Promise<Running> {
  const deadline = Date.now() + 20_000
  for (;;) {
    const outcome = await startOnce(place, dataDir, settings)
    if (typeof outcome !== 'string') return outcome
    // Another program took the port meanwhile, or the last workers of a killed server are still leaving.
    const passing = /Address already in use|pre-existing shared memory block/.test(outcome)
    if (!passing || Date.now() > deadline)
      throw new Error(`PostgreSQL did not start. Its log says:\n${lastLines(outcome)}`)
    await pause(300)
  }
}

async function startOnce(
  place: ClusterPlace,
  dataDir: string,
  settings: Record<string, string>,
): Promise<Running | string> {
  const port = await freePort()
  const logPath = join(dataDir, 'postgres.log')
  rotate(logPath)
  const logStart = existsSync(logPath) ? statSync(logPath).size : 0
  const logFile = openSync(logPath, 'a', 0o600)
  const all = { ...ownSettings(place), port: String(port), ...settings }
  const child = spawn(
    join(place.native, 'bin', 'postgres'),
    [
      '-D',
      dataFolder(place),
      ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    ],
    // Detached: Ctrl-C in a terminal must reach the server alone, which closes the database last.
    { ...asAccount(place), detached: true, stdio: ['ignore', logFile, logFile] },
  )
  closeSync(logFile)
  let ended: string | undefined
  child.once('error', (error) => {
    ended = error.message
  })
  child.once('exit', () => {
    ended ??= ''
  })
  child.unref()
  const deadline = Date.now() + 120_000
  while (Date.now() < deadline) {
    if (ended !== undefined) return `${ended}${readFileSync(logPath).subarray(logStart).toString()}`
    const running = runningPostmaster(place)
    if (running?.ready && running.pid === child.pid) return running
    await pause(15)
  }
  child.kill('SIGQUIT')
  return `no readiness within two minutes\n${readFileSync(logPath).subarray(logStart).toString()}`
}

function ownSettings(place: ClusterPlace): Record<string, string> {
  const socket = join(place.root, 'socket')
  mkdirSync(socket, { recursive: true, mode: 0o700 })
  if (place.account) chownSync(socket, place.account.uid, place.account.gid)
  return {
    listen_addresses: '127.0.0.1',
    // The system's limit for a socket's path is 107 bytes; TCP serves alone where it is too long.
    unix_socket_directories: Buffer.byteLength(socket) < 85 ? socket : '',
    unix_socket_permissions: '0700',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    log_line_prefix: '%m [%p] ',
  }
}

function rotate(logPath: string) {
  if (existsSync(logPath) && statSync(logPath).size > 10_000_000)
    renameSync(logPath, `${logPath}.1`)
}

async function stop(pid: number): Promise<void> {
  // Fast shutdown first; immediate shutdown (recovery at next start) when it hangs.
  for (const [signal, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 10],
  ] as const) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    const deadline = Date.now() + seconds * 1000
    while (isAlive(pid) && Date.now() < deadline) await pause(20)
  }
  if (isAlive(pid)) throw new Error(`PostgreSQL (process ${pid}) does not stop.`)
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

function asAccount({ account, root }: ClusterPlace) {
  // A clean environment: PGDATA, PGPORT and the like would speak into it.
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_MESSAGES: 'C', PGTZ: 'UTC' }
  return { cwd: root, env, ...(account ? { uid: account.uid, gid: account.gid } : {}) }
}

function run(place: ClusterPlace, program: string, args: string[]) {
  const result = spawnSync(join(place.native, 'bin', program), args, {
    ...asAccount(place),
    encoding: 'utf8',
  })
  const stderr = result.error ? result.error.message : result.stderr
  return { status: result.status ?? 1, stdout: result.stdout ?? '', stderr }
}

function lastLines(text: string) {
  return text.trim().split('\n').slice(-12).join('\n')
}

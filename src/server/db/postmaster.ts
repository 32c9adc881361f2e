import { spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../free-port.ts'
import { isAlive } from './cluster-keeper.ts'
import { type ClusterPlace, dataFolder } from './cluster-place.ts'
import { asAccount, lastLines } from './postgres-program.ts'

export type Postmaster = { pid: number; port: number; ready: boolean }

/** What postmaster.pid says, if that process is a PostgreSQL on this very folder. */
export function findPostmaster(place: ClusterPlace): Postmaster | undefined {
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

/** Throws what PostgreSQL's log says when it does not start. */
export async function startPostmaster(
  place: ClusterPlace,
  dataDir: string,
  settings: Record<string, string>,
): Promise<Postmaster> {
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
): Promise<Postmaster | string> {
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
    const running = findPostmaster(place)
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
    // Today's disks find a page anywhere about as fast as the next one: looking up 400 people beats reading all.
    random_page_cost: '1.1',
  }
}

function rotate(logPath: string) {
  if (existsSync(logPath) && statSync(logPath).size > 10_000_000)
    renameSync(logPath, `${logPath}.1`)
}

/** Throws when it runs on. */
export async function stopPostmaster(pid: number): Promise<void> {
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

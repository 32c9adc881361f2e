import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { isAlive } from '../../server/db/cluster-keeper.ts'
import { signalTree } from '../../testing/process-tree.ts'

/** Process id of the embedded PostgreSQL of this DATA_DIR; undefined while none runs. */
export function postmasterOf(dataDir: string): number | undefined {
  const pid = Number(pidFile(dataDir)[0])
  return pid && isAlive(pid) ? pid : undefined
}

/** kill -9, as the kernel does when memory runs out. Gives the process id. */
export async function killPostmaster(dataDir: string): Promise<number> {
  const pid = postmasterOf(dataDir)
  if (pid === undefined) throw new Error('there is no database to kill')
  process.kill(pid, 'SIGKILL')
  while (isAlive(pid)) await pause(5)
  return pid
}

/** PostgreSQL and everything it started stands still: nothing answers, nothing is closed. */
export function freezeDatabase(dataDir: string): () => void {
  const pid = postmasterOf(dataDir)
  if (pid === undefined) throw new Error('there is no database to freeze')
  signalTree(pid, 'SIGSTOP')
  return () => signalTree(pid, 'SIGCONT')
}

/** A scenario that failed leaves no database behind. */
export async function killDatabaseIn(dataDir: string): Promise<void> {
  const pid = postmasterOf(dataDir)
  if (pid === undefined) return
  process.kill(pid, 'SIGCONT')
  process.kill(pid, 'SIGQUIT')
  const deadline = Date.now() + 5000
  while (isAlive(pid) && Date.now() < deadline) await pause(20)
  if (isAlive(pid)) process.kill(pid, 'SIGKILL')
}

export function databaseUrl(dataDir: string): string {
  const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim()
  return `postgres://officina:${password}@127.0.0.1:${Number(pidFile(dataDir)[3])}/officina`
}

/** Looks into the database beside the server. */
export async function asking<T>(url: string, ask: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await ask(sql)
  } finally {
    await sql.end({ timeout: 2 })
  }
}

function pidFile(dataDir: string): string[] {
  try {
    return readFileSync(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/**
 * One process keeps the embedded database: it starts and stops it. Others (operator commands) are
 * guests while the keeper lives. A keeper that was killed leaves its note; the next one takes over.
 * @returns release, or undefined when another living process is the keeper
 */
export function becomeKeeper(dataDir: string): (() => void) | undefined {
  const path = join(dataDir, 'postgres.keeper')
  const mine = JSON.stringify({ pid: process.pid, born: processBirth(process.pid) })
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(path, mine, { flag: 'wx', mode: 0o600 })
      return () => rmSync(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // fs throws nothing else
      if (keeperOf(dataDir) !== undefined) return undefined
      rmSync(path, { force: true })
    }
  }
  return undefined
}

/** Process id of the living keeper. */
export function keeperOf(dataDir: string): number | undefined {
  const note = readNote(join(dataDir, 'postgres.keeper'))
  if (!note || !isAlive(note.pid)) return undefined
  return processBirth(note.pid) === note.born ? note.pid : undefined
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // A process that ended, but whose new parent has not looked yet, is still listed.
    return processStat(pid)?.[0] !== 'Z'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' // fs and process throw such errors only
  }
}

const keeperNote = z.object({ pid: z.number().int(), born: z.string() })

function readNote(path: string) {
  try {
    return keeperNote.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data
  } catch {
    return undefined
  }
}

/** Tells a process from a later one with the same number; empty where the system does not say. */
function processBirth(pid: number): string {
  return processStat(pid)?.[19] ?? ''
}

/** Fields of /proc/<pid>/stat from the third (state) on; undefined outside Linux. */
function processStat(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command before them may itself hold spaces and brackets.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

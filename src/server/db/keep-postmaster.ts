import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../log.ts'
import { isAlive } from './cluster-keeper.ts'
import type { Postmaster } from './postmaster.ts'

export type KeptPostmaster = {
  /** Ends the watch; gives the process to stop, undefined when none runs. */
  release: () => Promise<number | undefined>
}

const lookEveryMs = 250
const longestPauseMs = 15_000

/**
 * Starts PostgreSQL again when its process has ended although nobody asked it to: killed for want of memory, or
 * given up on a full disk. Tries until it succeeds.
 * @param start on the same port, so that every connection string stays right
 */
export function keepPostmaster(
  first: Postmaster,
  start: () => Promise<Postmaster>,
  log: Pick<Log, 'error' | 'info'>,
): KeptPostmaster {
  let pid: number | undefined = first.pid
  const stopping = new AbortController()
  const { signal } = stopping

  const startAgain = async () => {
    for (let failures = 0; !signal.aborted; failures += 1)
      try {
        pid = (await start()).pid
        return log.info({ pid }, 'the database runs again')
      } catch (error) {
        log.error({ err: error }, 'the database cannot be started; trying again')
        await pause(Math.min(longestPauseMs, 500 * 2 ** failures), undefined, { signal })
      }
  }

  const watching = (async () => {
    for (;;) {
      await pause(lookEveryMs, undefined, { signal })
      if (pid !== undefined && isAlive(pid)) continue
      log.error({ pid }, 'the database ended by itself: starting it again')
      pid = undefined
      await startAgain()
    }
  })().catch((error: unknown) => {
    if (!signal.aborted) log.error({ err: error }, 'the database is not watched any more')
  })

  return {
    release: async () => {
      stopping.abort()
      // A start under way ends first, or its process would be left behind.
      await watching
      return pid
    },
  }
}

import { spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { MachineRefuses } from './scenario.ts'

export type SmallDisk = {
  /** Put before a command, it runs where the disk is mounted. */
  within: string[]
  /** Where the processes inside see the disk. */
  inside: string
  /** The same folder as seen from here. */
  outside: string
  /** Nothing fits any more. */
  fill: () => void
  /** Somebody made room. */
  free: () => void
  unmount: () => void
}

const needs =
  'it needs Linux with unshare, nsenter and mount (util-linux) and the right to mount a tmpfs in a namespace of its own'

/**
 * A disk of so many megabytes that only its own processes see: a tmpfs in a mount namespace, which one sleeping
 * process holds open. Ends with that process, so that nothing stays mounted whatever happens.
 */
export async function mountSmallDisk(inside: string, megabytes: number): Promise<SmallDisk> {
  const asRoot = process.getuid?.() === 0
  const own = asRoot ? [] : ['--map-current-user', '--keep-caps']
  const holder = spawn(
    'unshare',
    [
      ...own,
      '--mount',
      '--propagation',
      'private',
      'sh',
      '-c',
      'mount -t tmpfs -o size="$1"m,mode=755 tmpfs "$2" && echo mounted && exec sleep infinity',
      'sh',
      String(megabytes),
      inside,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let words = ''
  const mounted = await new Promise<boolean>((resolve) => {
    holder.on('error', (error) => {
      words = error.message
      resolve(false)
    })
    holder.on('exit', () => resolve(false))
    holder.stderr.on('data', (chunk: Buffer) => {
      words += chunk
    })
    holder.stdout.on('data', () => resolve(true))
  })
  const { pid } = holder
  if (!mounted || pid === undefined)
    throw new MachineRefuses(`a small disk cannot be mounted (${words.trim()}); ${needs}`)
  const enter = asRoot ? [] : ['--user', '--preserve-credentials']
  const within = ['nsenter', '--target', String(pid), '--mount', ...enter]
  const outside = join('/proc', String(pid), 'root', inside)
  // `sh` has become `sleep`: without this the way in may be looked up too early.
  await pause(50)
  const probe = spawnSync(within[0] ?? '', [...within.slice(1), 'true'], { encoding: 'utf8' })
  if (probe.status !== 0) {
    holder.kill('SIGKILL')
    throw new MachineRefuses(`the small disk cannot be entered (${probe.stderr.trim()}); ${needs}`)
  }
  const ballast = join(outside, 'ballast')
  return {
    within,
    inside,
    outside,
    fill: () => {
      const file = openSync(ballast, 'w')
      const { bavail, bsize } = statfsSync(outside)
      for (let left = bavail * bsize; left > 0; left -= bsize) {
        try {
          writeSync(file, Buffer.alloc(Math.min(bsize, left)))
        } catch {
          break
        }
      }
      closeSync(file)
    },
    free: () => rmSync(ballast, { force: true }),
    unmount: () => void holder.kill('SIGKILL'),
  }
}

import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../server/free-port.ts'
import { root } from '../paths.ts'
import { serverFlags } from '../server-flags.mjs'

export type Served = {
  base: string
  /** Resident memory of the process, megabytes. */
  memory: () => number
  stop: () => Promise<void>
}

/** The product in production mode on a database that is open already. */
export async function startProduct(databaseUrl: string, secret: string): Promise<Served> {
  const port = await freePort()
  const base = `http://localhost:${port}`
  return await serve(
    [...serverFlags, join(root, 'src/server/main.ts'), '--demo'],
    base,
    `${base}/health/ready`,
    {
      NODE_ENV: 'production',
      PORT: String(port),
      PUBLIC_URL: base,
      DATABASE_URL: databaseUrl,
      SECRET: secret,
    },
  )
}

/** See floor.ts. */
export async function startFloor(databaseUrl: string, personId: string): Promise<Served> {
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const script = join(import.meta.dirname, 'floor.ts')
  return await serve([script, String(port), databaseUrl, personId], base, `${base}/row`, {})
}

async function serve(
  args: string[],
  base: string,
  ready: string,
  environment: Record<string, string>,
): Promise<Served> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  while (!(await fetch(ready).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error(`${args[0]} did not start.`)
    await pause(20)
  }
  return { base, memory: () => residentMegabytes(child), stop: () => stop(child) }
}

/** Linux tells it in pages' worth of kilobytes; elsewhere it stays unknown. */
function residentMegabytes({ pid }: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}

async function stop(child: ChildProcess) {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../server/free-port.ts'
import { root } from './paths.ts'
import { serverEnvironment, serverFlags } from './serving.mjs'

export type ProductOptions = {
  /** A free one by default. */
  port?: number
  environment?: Record<string, string>
  /** Options of Node itself, besides those it always serves with. */
  nodeOptions?: readonly string[]
  /** Runs the server inside something: a namespace. The command is put before Node's. */
  within?: readonly string[]
  /** Gets what the server says; without it, what it complains of goes where this process complains. */
  onLog?: (text: string) => void
}

export type RunningServer = {
  base: string
  pid: number
  /** As a power cut would: no word of farewell. */
  kill: () => Promise<void>
  /** In order; nothing when it has ended. */
  stop: () => Promise<void>
  isRunning: () => boolean
  ready: () => Promise<Readiness>
  /** Resolves with the seconds it took; throws after the patience. */
  untilReady: (patienceMs?: number) => Promise<number>
}

export type Readiness = { status: number | null; problem: string | null }

/** The product as its users run it: `node src/server/main.ts` with its flags, production mode. Resolves when it is ready. */
export async function startProduct({
  port,
  environment = {},
  nodeOptions = [],
  ...options
}: ProductOptions = {}): Promise<RunningServer> {
  const chosen = port ?? (await freePort())
  const base = `http://localhost:${chosen}`
  return await startServing({
    ...options,
    args: [...serverFlags, ...nodeOptions, join(root, 'src/server/main.ts'), '--demo'],
    environment: {
      ...serverEnvironment,
      NODE_ENV: 'production',
      PORT: String(chosen),
      PUBLIC_URL: base,
      ...environment,
    },
    base,
    readyPath: '/health/ready',
  })
}

type ServingOptions = Pick<ProductOptions, 'within' | 'onLog'> & {
  /** Of Node. */
  args: readonly string[]
  environment: Record<string, string>
  base: string
  /** Answers 200 when it serves. */
  readyPath: string
}

/** Starts a script that serves and waits until it does. */
export async function startServing({
  args,
  environment,
  base,
  readyPath,
  within = [],
  onLog,
}: ServingOptions): Promise<RunningServer> {
  const [program = '', ...all] = [...within, process.execPath, ...args]
  const child = spawn(program, all, {
    stdio: onLog ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  })
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => onLog?.(chunk.toString()))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const isRunning = () => child.exitCode === null && child.signalCode === null
  const ready = async (): Promise<Readiness> => {
    try {
      const answer = await fetch(base + readyPath, { signal: AbortSignal.timeout(8000) })
      const body: unknown = await answer.json()
      const problem: unknown = typeof body === 'object' && body && Reflect.get(body, 'problem')
      return { status: answer.status, problem: typeof problem === 'string' ? problem : null }
    } catch {
      return { status: null, problem: null }
    }
  }
  const untilReady = async (patienceMs = 60_000) => {
    const began = performance.now()
    while ((await ready()).status !== 200) {
      if (!isRunning()) throw new Error('the server ended by itself')
      if (performance.now() - began > patienceMs)
        throw new Error(`the server was not ready within ${patienceMs / 1000} s`)
      await pause(20)
    }
    return (performance.now() - began) / 1000
  }
  const server: RunningServer = {
    base,
    pid: child.pid ?? 0,
    isRunning,
    ready,
    untilReady,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    stop: async () => {
      if (isRunning()) child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 25_000)
      await ended
      clearTimeout(late)
    },
  }
  try {
    // The first start loads the demonstration region.
    await untilReady(180_000)
  } catch (error) {
    await server.stop()
    throw error
  }
  return server
}

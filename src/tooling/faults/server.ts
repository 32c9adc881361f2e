import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '../paths.ts'

export type ServerOptions = {
  environment?: Record<string, string>
  /** Options of Node itself. */
  nodeOptions?: string[]
  /** Runs the server inside something: a namespace. The command is put before Node's. */
  within?: string[]
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

/** The product as its users run it: `node src/server/main.ts`, production mode. */
export async function startServer(
  {
    dataDir,
    port,
    environment = {},
    nodeOptions = [],
    within = [],
  }: ServerOptions & {
    dataDir: string
    port: number
  },
  onLog: (text: string) => void,
): Promise<RunningServer> {
  const base = `http://localhost:${port}`
  const [program = '', ...args] = [
    ...within,
    process.execPath,
    ...nodeOptions,
    join(root, 'src/server/main.ts'),
    '--demo',
  ]
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: dataDir,
      PUBLIC_URL: base,
      ...environment,
    },
  })
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => onLog(chunk.toString()))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const isRunning = () => child.exitCode === null && child.signalCode === null
  const ready = async (): Promise<Readiness> => {
    try {
      const answer = await fetch(`${base}/health/ready`, { signal: AbortSignal.timeout(8000) })
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
        throw new Error(`the server was not ready again within ${patienceMs / 1000} s`)
      await pause(50)
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
    await untilReady()
  } catch (error) {
    await server.stop()
    throw error
  }
  return server
}

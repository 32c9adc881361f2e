import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { scratchFolder } from '../testing/scratch-folder.ts'
import { freePort } from './free-port.ts'

const children: ChildProcess[] = []
let dataDir: string
let port: number

beforeAll(async () => {
  dataDir = scratchFolder('officina-main-')
  port = await freePort()
})
afterEach(() => {
  // A test that failed leaves no server behind.
  for (const child of children.splice(0)) child.kill('SIGTERM')
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

// Whole starts, on a machine that may be busy with other tests.
describe('the server as a process', { timeout: 90_000 }, () => {
  it('starts empty with a link for the first administrator, and stops clean', async () => {
    const server = start(['--empty'])
    await ready(server.child)
    expect(await (await fetch(`http://localhost:${port}/health/ready`)).json()).toEqual({
      status: 'ready',
    })
    await expect.poll(server.output).toMatch(/first administrator.+\/set-up\?token=/s)
    expect(server.output()).toContain(`Officina is ready at http://localhost:${port}`)
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(existsSync(join(dataDir, 'postgres/data/postmaster.pid'))).toBe(false)
  })

  it('comes back after it was killed', async () => {
    const killed = start(['--empty'])
    await ready(killed.child)
    killed.child.kill('SIGKILL')
    await killed.ended
    const next = start(['--empty'])
    await ready(next.child)
    expect(next.output()).toContain('took over the database')
    next.child.kill('SIGINT')
    expect(await next.ended).toBe(0)
  })

  it('serves by several processes, replaces one that dies, and stops clean', async () => {
    const server = start(['--empty'], {
      WORKERS: '2',
      READ_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    })
    await ready(server.child)
    const askMetrics = () =>
      fetch(`http://localhost:${port}/metrics`, { signal: AbortSignal.timeout(8000) })
    const metrics = async () => (await askMetrics()).text()
    await expect.poll(metrics, { timeout: 20_000 }).toContain('http_request_duration_seconds_count')
    expect(await metrics()).toContain('officina_replica_behind_seconds +Inf')
    const workers = () =>
      readFileSync(`/proc/${server.child.pid}/task/${server.child.pid}/children`, 'utf8')
        .split(' ')
        .filter(
          (pid) => pid !== '' && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('worker.ts'),
        )
    const [first] = workers()
    expect(workers()).toHaveLength(2)
    process.kill(Number(first), 'SIGSTOP')
    const status = () =>
      askMetrics().then(
        ({ status }) => status,
        () => null,
      )
    await expect.poll(status, { timeout: 30_000 }).toBe(503)
    process.kill(Number(first), 'SIGKILL')
    await expect.poll(() => workers().includes(first ?? ''), { timeout: 20_000 }).toBe(false)
    await expect.poll(() => workers().length, { timeout: 20_000 }).toBe(2)
    expect((await fetch(`http://localhost:${port}/health/ready`)).status).toBe(200)
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(existsSync(join(dataDir, 'postgres/data/postmaster.pid'))).toBe(false)
  })

  it('can be stopped while it starts', async () => {
    const server = start(['--empty'])
    const postmaster = join(dataDir, 'postgres/data/postmaster.pid')
    while (!existsSync(postmaster)) await pause(5)
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(existsSync(postmaster)).toBe(false)
  })

  it.each([
    [['--fast'], {}, /Known options are --empty and --demo/],
    [['--empty', '--demo'], {}, '--empty and --demo exclude each other.'],
    [[], { PORT: 'eighty' }, 'PORT must be a whole number from 0 to 65535.'],
  ])('refuses %j %j with one sentence', async (args, environment, sentence) => {
    const server = start(args, environment)
    expect(await server.ended).toBe(1)
    expect(server.output().trim().split('\n')).toHaveLength(1)
    expect(server.output()).toMatch(sentence)
  })
})

function start(args: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      PORT: String(port),
      DATA_DIR: dataDir,
      ...environment,
    },
  })
  children.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
    })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, ended, output: () => output }
}

async function ready(child: ChildProcess) {
  while (child.exitCode === null) {
    const answer = await fetch(`http://localhost:${port}/health/ready`).catch(() => undefined)
    if (answer?.ok) return
    await pause(50)
  }
  throw new Error('the server ended early')
}

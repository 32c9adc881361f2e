import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { freePort } from '../../server/free-port.ts'
import { startProduct } from '../start-product.ts'

// Measures a server of its own with the demonstration region: start, then what the programme's owner reads.
const dataDir = mkdtempSync(join(tmpdir(), 'officina-bench-'))
chmodSync(dataDir, 0o755)
const port = await freePort()
const base = `http://localhost:${port}`

const requests = 200
const parallel = 4
// Four in parallel that pause so long stay below the rate that one session may ask at.
const pauseMs = 100

const openApi = z.object({
  paths: z.record(
    z.string(),
    z.object({
      get: z
        .object({
          parameters: z
            .array(
              z.object({
                name: z.string(),
                in: z.enum(['path', 'query']),
                required: z.boolean().default(false),
              }),
            )
            .default([]),
        })
        .optional(),
    }),
  ),
})

try {
  const first = await start()
  await first.server.stop()
  const second = await start()
  console.log(`first start, with the demonstration region: ${first.seconds.toFixed(1)} s`)
  console.log(`second start: ${second.seconds.toFixed(1)} s\n`)
  try {
    await measureAll()
  } finally {
    await second.server.stop()
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}

async function start() {
  const began = performance.now()
  const server = await startProduct({ port, environment: { DATA_DIR: dataDir } })
  return { server, seconds: (performance.now() - began) / 1000 }
}

async function measureAll() {
  const owner = await signIn('owner@demo.officina.test')
  const rows: string[][] = [['path', 'p50 ms', 'p95 ms']]
  for (const path of ['/health/live', '/health/ready', ...(await listReads(owner))]) {
    const row = await measure(path, owner)
    if (row) rows.push(row)
  }
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows)
    console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
}

async function signIn(email: string): Promise<string> {
  const response = await fetch(`${base}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ email, password: 'officina-demo' }),
  })
  if (!response.ok) throw new Error(`${email} cannot sign in: ${response.status}`)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** Every read that can be asked with what is known here: a unit, the course, a year, a language. */
async function listReads(cookie: string): Promise<string[]> {
  const document = openApi.parse(await (await fetch(`${base}/api/openapi.json`)).json())
  const topmost = await fetch(`${base}/api/dashboard-units`, { headers: { cookie } })
  const [unit] = z.array(z.object({ unitId: z.string() })).parse(await topmost.json())
  const known: Record<string, string | undefined> = {
    unitId: unit?.unitId,
    courseId: 'client-service',
    year: String(new Date().getFullYear()),
    language: 'en',
  }
  return Object.entries(document.paths).flatMap(([path, { get }]) => {
    const needed = get?.parameters.filter(({ required }) => required)
    if (!needed?.every(({ name }) => known[name] !== undefined)) return []
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '')
    const query = needed
      .filter((each) => each.in === 'query')
      .map(({ name }) => `${name}=${known[name]}`)
    return [[`/api${address}`, query.join('&')].filter(Boolean).join('?')]
  })
}

/** Undefined where this person may not read. */
async function measure(path: string, cookie: string): Promise<string[] | undefined> {
  const ask = async () => {
    const began = performance.now()
    const response = await fetch(base + path, { headers: { cookie } })
    await response.arrayBuffer()
    return { ok: response.ok, ms: performance.now() - began }
  }
  if (!(await ask()).ok) return undefined
  const times: number[] = []
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      for (let index = 0; index < requests / parallel; index++) {
        times.push((await ask()).ms)
        await pause(pauseMs)
      }
    }),
  )
  times.sort((a, b) => a - b)
  const share = (part: number) => (times[Math.floor(times.length * part)] ?? 0).toFixed(1)
  return [path.replace(/[0-9a-f-]{36}/, '…'), share(0.5), share(0.95)]
}

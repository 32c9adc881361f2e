import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/database.ts'
import { migrate } from './db/migrate.ts'
import { createHealth, type Health } from './health.ts'
import { createHost } from './host.ts'
import { type Listening, listen } from './listen.ts'
import { createMetrics } from './metrics.ts'
import { securityHeaders } from './security.ts'
import { createStaticFiles } from './static-files.ts'

let database: TestDatabase
let health: Health
let server: Listening
let base: string
let finish: () => void = () => {}

beforeAll(async () => {
  database = await createTestDatabase({ empty: true })
  health = createHealth(database.sql)
  const host = createHost({
    app: async (request) => {
      const { pathname } = new URL(request.url)
      if (pathname === '/rpc/slow')
        await new Promise<void>((resolve) => {
          finish = resolve
        })
      return Response.json({
        requestId: request.headers.get('x-request-id'),
        address: request.headers.get('x-client-address'),
        bytes: (await request.arrayBuffer()).byteLength,
      })
    },
    staticFiles: createStaticFiles(builtApp()),
    // However long the machine takes over these requests, no time passes for the limits.
    now: () => 0,
    health,
    metrics: createMetrics(),
    publicUrl: 'http://officina.test',
    log: pino({ level: 'silent' }),
  })
  const headers = securityHeaders({ https: false })
  server = await listen(host, { hostname: '127.0.0.1', port: 0, isProxy: () => false, headers })
  base = `http://127.0.0.1:${server.port}`
})
afterAll(async () => {
  await server.close()
  await database.close()
})

function builtApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'officina-dist-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Officina</title>')
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'let app')
  writeFileSync(join(folder, 'assets', 'app-1a2b.js.br'), brotliCompressSync('let app'))
  return folder
}

describe('files and pages', () => {
  it('compresses and caches what has a hash in its name', async () => {
    const response = await fetch(`${base}/assets/app-1a2b.js`, {
      headers: { 'accept-encoding': 'gzip, br' },
    })
    expect(response.headers.get('content-encoding')).toBe('br')
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(await response.text()).toBe('let app')
    const plain = await fetch(`${base}/assets/app-1a2b.js`, {
      headers: { 'accept-encoding': 'br;q=0' },
    })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toBe('let app')
  })

  it('gives the app for its own addresses, and asks again each time', async () => {
    const response = await fetch(`${base}/courses/client-service`)
    expect(await response.text()).toContain('<title>Officina</title>')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    const again = await fetch(`${base}/`, {
      headers: { 'if-none-match': response.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })

  it('leads to no file outside', async () => {
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fsecret'])
      expect(await rawGet(path)).not.toContain('officina"')
    expect((await fetch(`${base}/assets/gone.js`)).headers.get('content-type')).toContain('json')
  })
})

describe('every answer', () => {
  it('bears the security headers and a request id', async () => {
    for (const path of ['/', '/rpc/x', '/health/live', '/assets/app-1a2b.js']) {
      const { headers } = await fetch(base + path)
      expect(headers.get('content-security-policy')).toContain("default-src 'self'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-request-id')).toBeTruthy()
    }
  })

  it('takes over a sane request id and no client address', async () => {
    const headers = { 'x-request-id': 'trace-0123456789', 'x-client-address': '9.9.9.9' }
    expect(await (await fetch(`${base}/rpc/x`, { headers })).json()).toMatchObject({
      requestId: 'trace-0123456789',
      address: '127.0.0.1',
    })
    const odd = { 'x-request-id': '{"level":60}' }
    expect((await fetch(`${base}/rpc/x`, { headers: odd })).headers.get('x-request-id')).toMatch(
      /^[\w-]{11}-[0-9a-z]+$/,
    )
  })
})

describe('changes', () => {
  it('from another site are refused before the app sees them', async () => {
    const headers = { origin: 'https://evil.example' }
    const response = await fetch(`${base}/rpc/x`, { method: 'POST', headers, body: '{}' })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ json: { code: 'ORIGIN_REFUSED' } })
  })

  it('that are too large are refused, announced or not', async () => {
    const body = new Uint8Array(2_000_001)
    expect((await fetch(`${base}/rpc/x`, { method: 'POST', body })).status).toBe(413)
    const streamed = { method: 'POST', body: new Blob([body]).stream(), duplex: 'half' }
    // `duplex` is missing from the DOM types.
    expect((await fetch(`${base}/rpc/x`, streamed as RequestInit)).status).toBe(413)
    const imported = await fetch(`${base}/rpc/identity/imports/upload`, { method: 'POST', body })
    expect(await imported.json()).toMatchObject({ bytes: 2_000_001 })
  })

  it('that come too fast are told when to come again', async () => {
    const headers = { cookie: 'officina.session_token=fast' }
    const answers = await Promise.all(
      Array.from({ length: 260 }, () => fetch(`${base}/rpc/x`, { headers })),
    )
    const refused = answers.find(({ status }) => status === 429)
    expect(refused?.headers.get('retry-after')).toBe('1')
    expect((await fetch(`${base}/rpc/x`)).status).toBe(200)
  })
})

describe('health and metrics', () => {
  it('is ready once the database is migrated', async () => {
    expect((await fetch(`${base}/health/live`)).status).toBe(200)
    const before = await fetch(`${base}/health/ready`)
    expect(before.status).toBe(503)
    expect(await before.json()).toMatchObject({ problem: expect.stringContaining('0001_house') })
    await migrate(database.sql)
    expect((await fetch(`${base}/health/ready`)).status).toBe(200)
  })

  it('counts answers by route', async () => {
    const text = await (await fetch(`${base}/metrics`)).text()
    expect(text).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="page",status="200"\} \d/,
    )
    expect(text).toContain('process_cpu_seconds_total')
  })
})

describe('shutdown', () => {
  it('lets requests in flight finish and takes no new ones', async () => {
    const pending = fetch(`${base}/rpc/slow`)
    await fetch(`${base}/rpc/x`)
    health.drain()
    expect((await fetch(`${base}/health/ready`)).status).toBe(503)
    const closing = server.close()
    await expect(fetch(`${base}/rpc/x`)).rejects.toThrow()
    finish()
    expect((await pending).status).toBe(200)
    await closing
  })
})

/** `fetch` would tidy the path before sending it. */
function rawGet(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(base, { path }, (response) => {
      let text = ''
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve(text))
    })
    sent.on('error', reject).end()
  })
}

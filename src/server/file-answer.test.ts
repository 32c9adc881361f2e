import { readdirSync, readlinkSync } from 'node:fs'
import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { os, type RouterClient } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { streamFiles } from './file-answer.ts'
import { type Listening, listen } from './listen.ts'
import { createRpcHandler } from './rpc-handler.ts'
import { SpooledFile } from './spooled-file.ts'

const part = Buffer.alloc(1_000_000, 'kormányhivatal;')
const parts = 30
const name = 'Łęczna "2026".csv'
const whole = Buffer.concat(Array.from({ length: parts }, () => part))

const router = {
  kept: os.handler(() => new File([whole], name, { type: 'text/csv' })),
  spooled: os.handler(() =>
    SpooledFile.write(name, 'text/csv', async (add) => {
      for (let at = 0; at < parts; at += 1) await add(part)
    }),
  ),
}

let listening: Listening
beforeAll(async () => {
  const options = () => ({ rootInterceptors: [streamFiles] })
  const rpc = createRpcHandler(router, options())
  const rest = new OpenAPIHandler(router, options())
  listening = await listen(
    async (asked, receive) => {
      await receive(1000)
      const { response } = asked.url.includes('/rpc/')
        ? await rpc.handle(asked, { prefix: '/rpc', context: {} })
        : await rest.handle(asked, { prefix: '/api', context: {} })
      return response ?? new Response(null, { status: 404 })
    },
    { hostname: '127.0.0.1', port: 0, isProxy: () => false },
  )
})
afterAll(() => listening.close())

const ask = (path: string) =>
  fetch(`http://127.0.0.1:${listening.port}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })

test.each(['kept', 'spooled'] as const)('a %s file arrives whole, with its name', async (path) => {
  const client: RouterClient<typeof router> = createORPCClient(
    new RPCLink({ url: `http://127.0.0.1:${listening.port}/rpc` }),
  )
  const viaRpc = await client[path]()
  expect([viaRpc.name, viaRpc.type]).toEqual([name, 'text/csv'])
  expect(whole.equals(Buffer.from(await viaRpc.arrayBuffer()))).toBe(true)

  const viaRest = await ask(`api/${path}`)
  expect(viaRest.headers.get('content-type')).toBe('text/csv')
  expect(viaRest.headers.get('content-disposition')).toBe(
    `attachment; filename="__czna _2026_.csv"; filename*=utf-8''%C5%81%C4%99czna%20%222026%22.csv`,
  )
  expect(viaRest.headers.get('content-length')).toBe(String(whole.length))
  expect(whole.equals(Buffer.from(await viaRest.arrayBuffer()))).toBe(true)
})

test.each(['kept', 'spooled'])(
  'who goes away in the middle of a %s file hurts nobody',
  async (path) => {
    await Promise.all(
      Array.from({ length: 12 }, (_, turn) =>
        breakOff(`${turn % 2 ? 'rpc' : 'api'}/${path}`, turn * 3),
      ),
    )
    // What fails now would fail outside of any request, and vitest counts it.
    await pause(300)
    const after = await ask(`rpc/${path}`)
    expect((await after.arrayBuffer()).byteLength).toBeGreaterThan(whole.length)
    await expect.poll(openSpools).toEqual([])
  },
)

test('what cannot be written leaves nothing on the disk', async () => {
  await expect(
    SpooledFile.write('a.csv', 'text/csv', async (add) => {
      await add(part)
      throw new Error('the database went away')
    }),
  ).rejects.toThrow('the database went away')
  const unwanted = await SpooledFile.write('a.csv', 'text/csv', (add) => add(part))
  await unwanted.discard()
  expect(openSpools()).toEqual([])
})

/** Reads a little and closes the connection some milliseconds later. */
const breakOff = (path: string, afterMs: number) =>
  new Promise<void>((resolve) => {
    const asking = request(
      {
        port: listening.port,
        path: `/${path}`,
        method: 'POST',
        headers: { 'content-length': 2, 'content-type': 'application/json' },
      },
      (answer) => {
        answer.once('data', () => setTimeout(() => asking.destroy(), afterMs))
        answer.on('error', () => {})
      },
    )
    asking.on('error', () => {})
    asking.once('close', () => resolve())
    asking.end('{}')
  })

/** Files without a name that this process still holds; Linux tells it. */
function openSpools(): string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const target = readlinkSync(`/proc/self/fd/${fd}`)
      return target.includes('/officina-') && target.endsWith('(deleted)') ? [target] : []
    } catch {
      return []
    }
  })
}

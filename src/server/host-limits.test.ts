import { pino } from 'pino'
import { expect, it } from 'vitest'
import type { Receive } from './body-arrival.ts'
import { tooLarge } from './body-limit.ts'
import { DatabaseLost } from './db/availability.ts'
import { createHost } from './host.ts'
import { createLoadShedder } from './load-shedding.ts'
import { createMetrics } from './metrics.ts'

function hostOf(app: (request: Request) => Promise<Response>) {
  const state = { problem: null as string | null, lose: (_: Error) => {} }
  const lost = new Promise<never>((_, reject) => {
    state.lose = reject
  })
  lost.catch(() => {})
  const host = createHost({
    app,
    staticFiles: async () => null,
    health: {
      live: () => Response.json({ status: 'live' }),
      ready: async () => Response.json({ status: 'ready' }),
      drain: () => {},
    },
    metrics: createMetrics(),
    shedder: createLoadShedder({ mostRunning: 2, mostWaiting: 0, longestWaitMs: 0 }),
    availability: {
      problem: () => state.problem,
      whileThere: (work) => Promise.race([work, lost]),
    },
    publicUrl: 'http://officina.test',
    log: pino({ level: 'silent' }),
  })
  const ask = (path: string, receive?: Receive) =>
    host(new Request(`http://officina.test${path}`), receive)
  return { ask, state }
}

it('tells those whom it cannot serve in time to come back, but never who asks for its health', async () => {
  const held = Promise.withResolvers<Response>()
  const { ask } = hostOf(() => held.promise)
  const served = [ask('/rpc/x'), ask('/api/x')]
  const refused = await ask('/rpc/x')
  expect(refused.status).toBe(503)
  const seconds = Number(refused.headers.get('retry-after'))
  expect(seconds).toBeGreaterThan(0)
  const error = {
    defined: true,
    code: 'OVERLOADED',
    status: 503,
    data: { retryAfterSeconds: seconds },
  }
  expect(await refused.json()).toMatchObject({ json: error })
  expect(await (await ask('/api/x')).json()).toMatchObject({ code: 'OVERLOADED' })
  for (const path of ['/health/live', '/health/ready', '/metrics'])
    expect((await ask(path)).status).toBe(200)
  held.resolve(new Response('done'))
  expect((await Promise.all(served)).map(({ status }) => status)).toEqual([200, 200])
  expect((await ask('/rpc/x')).status).toBe(200)
})

it('answers at once while the database is lost, and those who were waiting for it', async () => {
  const { ask, state } = hostOf(() => new Promise(() => {}))
  const waiting = ask('/rpc/x')
  state.lose(new DatabaseLost('gone'))
  expect((await waiting).status).toBe(503)
  expect(await (await waiting).json()).toMatchObject({ json: { code: 'UNAVAILABLE' } })
  state.problem = 'gone'
  expect((await ask('/rpc/x')).headers.get('retry-after')).toBe('2')
})

it('forgets a body once it is answered, refused or not', async () => {
  let dropped = 0
  const receive: Receive = async () => ({
    drop: () => {
      dropped += 1
    },
  })
  const held = Promise.withResolvers<Response>()
  const { ask, state } = hostOf(() => held.promise)
  const served = [ask('/rpc/x', receive), ask('/rpc/x', receive)]
  expect((await ask('/rpc/x', receive)).status).toBe(503)
  expect(dropped).toBe(1)
  state.problem = 'gone'
  expect((await ask('/rpc/x', receive)).status).toBe(503)
  expect(dropped).toBe(2)
  held.resolve(new Response('done'))
  await Promise.all(served)
  expect(dropped).toBe(4)
})

it('lets nobody wait for a place that a failed or refused request has left', async () => {
  const { ask } = hostOf(async () => {
    throw new Error('defect')
  })
  for (let turn = 0; turn < 5; turn += 1) {
    expect((await ask('/rpc/x', async () => tooLarge)).status).toBe(413)
    expect((await ask('/rpc/x')).status).toBe(500)
  }
})

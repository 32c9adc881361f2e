import { IncomingMessage } from 'node:http'
import { connect, Socket } from 'node:net'
import { pino } from 'pino'
import { expect, it, onTestFinished } from 'vitest'
import { createBodies } from './body-arrival.ts'
import { createHost } from './host.ts'
import { listen } from './listen.ts'
import { createLoadShedder } from './load-shedding.ts'
import { createMetrics } from './metrics.ts'

it('lets nobody wait for those who announce a body and send nothing', async () => {
  const host = createHost({
    app: async (request) => new Response(await request.text()),
    staticFiles: async () => null,
    health: { live: Response.error, ready: async () => Response.error(), drain: () => {} },
    metrics: createMetrics(),
    shedder: createLoadShedder({ mostRunning: 1, mostWaiting: 0, longestWaitMs: 0 }),
    publicUrl: 'http://officina.test',
    log: pino({ level: 'silent' }),
  })
  const server = await listen(host, { hostname: '127.0.0.1', port: 0, isProxy: () => false })
  const silent = Array.from({ length: 5 }, () => connect(server.port, '127.0.0.1'))
  onTestFinished(async () => {
    for (const socket of silent) socket.destroy()
    await server.close()
  })
  for (const socket of silent)
    socket.write('POST /rpc/x HTTP/1.1\r\nhost: officina.test\r\ncontent-length: 100\r\n\r\n')
  // Answered after all of those have been heard.
  for (let turn = 0; turn < 5; turn += 1) {
    const answer = await fetch(`http://127.0.0.1:${server.port}/rpc/x`, {
      method: 'POST',
      body: 'served',
    })
    expect([answer.status, await answer.text()]).toEqual([200, 'served'])
  }
})

/** A request of which the test says what arrives when. */
function request(headers: Record<string, string> = {}) {
  const incoming = new IncomingMessage(new Socket())
  incoming.method = 'POST'
  Object.assign(incoming.headers, headers)
  return incoming
}
const bytes = (length: number) => Buffer.alloc(length)

it('hands the body on as it came', async () => {
  const receive = createBodies()
  const incoming = request()
  const arriving = receive(incoming, 10)
  for (const part of ['on', 'e, t', 'wo', null]) incoming.push(part)
  expect(await arriving).toEqual({ drop: expect.any(Function) })
  expect(Reflect.get(incoming, 'rawBody')).toEqual(Buffer.from('one, two'))
  const empty = request()
  empty.push(null)
  await receive(empty, 10)
  expect(Reflect.get(empty, 'rawBody')).toEqual(Buffer.alloc(0))
})

it('refuses one that is too large, by what it announces or by what comes', async () => {
  const receive = createBodies()
  expect(await receive(request({ 'content-length': '11' }), 10)).toMatchObject({ status: 413 })
  const unannounced = request()
  const arriving = receive(unannounced, 10)
  unannounced.push(bytes(6))
  unannounced.push(bytes(5))
  expect(await arriving).toMatchObject({ status: 413 })
})

it('gives up one that does not come, or whose sender has gone', async () => {
  const receive = createBodies({ patienceMs: 50 })
  expect(await receive(request(), 10)).toMatchObject({ status: 408, code: 'REQUEST_TIMEOUT' })
  const gone = request()
  const arriving = receive(gone, 10)
  gone.destroy()
  expect(await arriving).toMatchObject({ status: 408, code: 'REQUEST_BROKEN_OFF' })
})

it('holds so much of large ones at a time, and any number of small ones', async () => {
  const receive = createBodies({ smallBytes: 10, mostBytes: 50 })
  const send = (length: number) => {
    const incoming = request()
    const arriving = receive(incoming, 1000)
    incoming.push(bytes(length))
    incoming.push(null)
    return arriving
  }
  const first = await send(50)
  expect(await send(30)).toMatchObject({ status: 503, code: 'OVERLOADED' })
  for (let turn = 0; turn < 20; turn += 1) expect(await send(10)).not.toHaveProperty('status')
  if ('status' in first) throw new Error('the first was refused')
  first.drop()
  first.drop()
  expect(await send(60)).not.toHaveProperty('status')
  expect(await send(11)).toMatchObject({ status: 503 })
})

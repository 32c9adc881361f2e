import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { isIPv6 } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createBodies, type Receive } from './body-arrival.ts'
import { clientAddress, type IsProxy } from './client-address.ts'
import { sendWith } from './sending.ts'

export type Listening = {
  port: number
  /** Takes no more connections and waits for requests in flight, ten seconds at most. */
  close: () => Promise<void>
}

type Place = {
  hostname: string
  port: number
  isProxy: IsProxy
  /** Of every answer that does not say otherwise. */
  headers?: Record<string, string>
}

const patienceMs = 10_000

export async function listen(
  host: (request: Request, receive: Receive) => Promise<Response>,
  { hostname, port, isProxy, headers = {} }: Place,
): Promise<Listening> {
  const receive = createBodies()
  const answer = getRequestListener(
    (request, { incoming }) =>
      host(request, (limit) => receive(incoming as IncomingMessage, limit)), // we listen for HTTP/1 only
  )
  let closing = false
  const server = createServer((incoming, outgoing) => {
    const always = { ...headers, 'x-request-id': setTrustedHeaders(incoming, isProxy) }
    sendWith(closing ? { ...always, connection: 'close' } : always, incoming, outgoing)
    void answer(incoming, outgoing)
  })
  server.requestTimeout = 60_000
  await startListening(server, hostname, port)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    port: address.port,
    close: async () => {
      closing = true
      const closed = new Promise((resolve) => server.close(resolve))
      // Connections kept alive fall idle one by one as their last answer leaves.
      const idle = setInterval(() => server.closeIdleConnections(), 50)
      const late = setTimeout(() => server.closeAllConnections(), patienceMs)
      await closed
      clearInterval(idle)
      clearTimeout(late)
    },
  }
}

/** What the host trusts must come from us, not from the client. Returns the request id. */
function setTrustedHeaders(incoming: IncomingMessage, isProxy: IsProxy): string {
  const given = incoming.headers['x-request-id']
  const requestId =
    typeof given === 'string' && /^[\w.:-]{8,100}$/.test(given) ? given : nextRequestId()
  const forwarded = incoming.headers['x-forwarded-for']
  const address = clientAddress(
    incoming.socket.remoteAddress ?? '',
    Array.isArray(forwarded) ? forwarded.join() : forwarded,
    isProxy,
  )
  const isForged = given !== undefined || incoming.headers['x-client-address'] !== undefined
  const raw = isForged ? withoutTrusted(incoming.rawHeaders) : incoming.rawHeaders
  raw.push('x-request-id', requestId, 'x-client-address', address)
  incoming.rawHeaders = raw
  // Node parsed the headers already; the adaptor reads single ones from there.
  incoming.headers['x-request-id'] = requestId
  incoming.headers['x-client-address'] = address
  return requestId
}

const withoutTrusted = (raw: readonly string[]): string[] =>
  raw.filter((_, index) => !trusted.has(raw[index - (index % 2)]?.toLowerCase() ?? ''))
const trusted = new Set(['x-request-id', 'x-client-address'])

// Ids of a process are one random beginning and a number: a UUID each costs more than reading a session.
const processMark = randomBytes(8).toString('base64url')
let requests = 0
const nextRequestId = () => `${processMark}-${(requests++).toString(36)}`

function startListening(server: Server, hostname: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const place = `${isIPv6(hostname) ? `[${hostname}]` : hostname}:${port}`
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`PORT ${port} is taken by another program: set PORT to a free one.`)
          : new Error(`PORT and HOST: the server cannot listen on ${place}: ${error.message}.`),
      )
    })
    server.listen(port, hostname, resolve)
  })
}

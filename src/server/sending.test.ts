import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test, vi } from 'vitest'
import { sendWith } from './sending.ts'

test('an answer that cannot be written ends its connection, not the process', async () => {
  const incoming = new IncomingMessage(new Socket())
  incoming.headers['accept-encoding'] = 'br'
  const outgoing = new ServerResponse(incoming)
  const broken = new Error('headers are sent already')
  outgoing.writeHead = () => {
    throw broken
  }
  const destroy = vi.spyOn(outgoing, 'destroy')
  sendWith({}, incoming, outgoing)
  outgoing.writeHead(200, { 'content-type': 'application/json', 'Content-Length': 5000 })
  outgoing.end(' '.repeat(5000))
  await expect.poll(() => destroy.mock.calls).toEqual([[broken]])
})

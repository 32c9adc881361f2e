import type { IncomingMessage } from 'node:http'
import { tooLarge } from './body-limit.ts'
import { overloaded } from './load-shedding.ts'
import type { Refusal } from './security.ts'

/** The whole body is here, where the app will read it; `drop` when it is answered. */
export type Arrival = { drop: () => void }

/** Waits for the body of a request. */
export type Receive = (limit: number) => Promise<Arrival | Refusal>

type Limits = {
  /** A body up to this is always taken. */
  smallBytes?: number
  /** Held at a time, in this process, of what is larger than small ones. */
  mostBytes?: number
  /** Within this a body is here, or as much of it as a small one has. */
  patienceMs?: number
}

/**
 * Takes bodies in before their requests are served, so that who announces one and sends nothing keeps nobody
 * else waiting. The adaptor finds it as `rawBody`, whole: no stream, and no request made anew.
 */
export function createBodies({
  smallBytes = 65_536,
  mostBytes = 64_000_000,
  patienceMs = 10_000,
}: Limits = {}): (incoming: IncomingMessage, limit: number) => Promise<Arrival | Refusal> {
  let held = 0

  return async function receive(incoming, limit) {
    if (incoming.method === 'GET' || incoming.method === 'HEAD') return nothing
    if (Number(incoming.headers['content-length'] ?? 0) > limit) return tooLarge
    if (incoming.destroyed) return brokenOff
    return await new Promise((resolve) => {
      const chunks: Buffer[] = []
      let seen = 0
      let mine = 0
      const drop = () => {
        held -= mine
        mine = 0
      }
      const settle = (outcome: Arrival | Refusal) => {
        clearTimeout(timer)
        incoming.off('data', onData).off('end', onEnd).off('error', onClose).off('close', onClose)
        if ('status' in outcome) drop()
        resolve(outcome)
      }
      const onData = (chunk: Buffer) => {
        chunks.push(chunk)
        seen += chunk.length
        const large = Math.max(0, seen - smallBytes)
        held += large - mine
        mine = large
        if (seen > limit) settle(tooLarge)
        else if (large > 0 && held > mostBytes) settle(overloaded())
      }
      const onEnd = () => {
        const [only] = chunks
        const rawBody = only && chunks.length === 1 ? only : Buffer.concat(chunks)
        Object.assign(incoming, { rawBody })
        settle({ drop })
      }
      const onClose = () => settle(brokenOff)
      const timer = setTimeout(() => {
        if (seen < smallBytes) settle(tooSlow)
      }, patienceMs)
      incoming.on('data', onData).on('end', onEnd).on('error', onClose).on('close', onClose)
    })
  }
}

export const nothing: Arrival = { drop: () => {} }
const tooSlow: Refusal = { status: 408, code: 'REQUEST_TIMEOUT' }
/** Nobody is there to read it; the log tells it. */
const brokenOff: Refusal = { status: 408, code: 'REQUEST_BROKEN_OFF' }

import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { accepts } from './accepts.ts'

const brotli = promisify(brotliCompress)
/** Below this the packets are the same in number. */
const leastBytes = 4096
// The second of eleven: a millisecond and a half for the largest answers, a quarter of their size.
const quality = 2
// A quarter of a megabyte is more than most answers; the default of four takes a fifth more time to set up.
const windowBits = 18

/**
 * Writes the answer's head with `always` in it, but for what the answer itself says, and sends JSON that is long enough compressed to who accepts it, on another thread. It listens in where the answer
 * is written: to read the text out of a Response would cost each short answer more than all of this.
 */
export function sendWith(
  always: OutgoingHttpHeaders,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): void {
  const writeHead = outgoing.writeHead.bind(outgoing)
  const end = outgoing.end.bind(outgoing)
  let held: { status: number; headers: OutgoingHttpHeaders } | undefined

  // The adaptor writes an answer it has whole by these two calls, in this form.
  outgoing.writeHead = ((status: number, own: OutgoingHttpHeaders = {}) => {
    const headers = { ...always, ...own }
    if (!isLongJson(headers)) return writeHead(status, headers)
    // Said to who gets it plain, too: what keeps answers must not hand that on, nor the other way round.
    const varying = { ...headers, vary: 'accept-encoding' }
    if (!accepts(String(incoming.headers['accept-encoding'] ?? ''), 'br'))
      return writeHead(status, varying)
    held = { status, headers: varying }
    return outgoing
  }) as typeof outgoing.writeHead // its other forms are not used
  outgoing.end = ((body?: string | Uint8Array) => {
    if (!held) return body === undefined ? end() : end(body)
    const { status, headers } = held
    held = undefined
    pressed(body ?? '')
      .then(
        (bytes) => {
          delete headers['Content-Length']
          writeHead(status, {
            ...headers,
            'content-encoding': 'br',
            'content-length': bytes.length,
          })
          end(bytes)
        },
        () => {
          writeHead(status, headers)
          end(body)
        },
      )
      // Nobody waits for this: an error left alone would end the process, and everybody's requests with it.
      .catch((error) => outgoing.destroy(error))
    return outgoing
  }) as typeof outgoing.end // its other forms are not used
}

const isLongJson = (headers: OutgoingHttpHeaders) =>
  Number(headers['Content-Length'] ?? 0) >= leastBytes &&
  String(headers['content-type'] ?? '').startsWith('application/json') &&
  headers['content-encoding'] === undefined

const pressed = (body: string | Uint8Array) =>
  brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: windowBits,
      [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(body),
    },
  })

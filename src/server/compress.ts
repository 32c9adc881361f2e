import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const brotli = promisify(brotliCompress)
/** Below this the packets are the same in number. */
const leastBytes = 4096
// The third of eleven: half a millisecond for the largest answers, a quarter of their size.
const quality = 3

/** JSON that is long enough goes out compressed to who accepts it; on another thread. */
export async function compressed(request: Request, answer: Response): Promise<Response> {
  const { headers } = answer
  if (
    !headers.get('content-type')?.startsWith('application/json') ||
    headers.has('content-encoding')
  )
    return answer
  if (!/\bbr\b/.test(request.headers.get('accept-encoding') ?? '')) return answer
  const text = await answer.text()
  const given = new Headers(headers)
  given.append('vary', 'accept-encoding')
  if (text.length < leastBytes) return new Response(text, { status: answer.status, headers: given })
  const body = await brotli(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
    },
  })
  given.set('content-encoding', 'br')
  given.delete('content-length')
  return new Response(body, { status: answer.status, headers: given })
}

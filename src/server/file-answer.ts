import { randomBytes } from 'node:crypto'
import type { StandardHandlerOptions } from '@orpc/server/standard'
import { SpooledFile } from './spooled-file.ts'

type Interceptor<Context extends object> = NonNullable<
  StandardHandlerOptions<Context>['rootInterceptors']
>[number]

/** What is sent, in its order. */
type Part = string | File

/**
 * A file leaves as a stream that waits for its reader. Given as it is, the whole of it would be held until it is
 * sent, and a reader who goes away on the way would end the process: undici goes on to fill a stream that has closed.
 */
export const streamFiles: Interceptor<object> = async ({ next }) => {
  const result = await next()
  const body = result.response?.body
  if (body instanceof File)
    return answer([body], {
      'content-type': body.type,
      'content-disposition': `attachment; ${fileName(body.name)}`,
    })
  // RPC's own form of files: what else there is to say is the first part.
  if (body instanceof FormData) {
    const boundary = `officina-${randomBytes(12).toString('hex')}`
    return answer(multipart(body, boundary), {
      'content-type': `multipart/form-data; boundary=${boundary}`,
    })
  }
  return result
}

function answer(parts: Part[], headers: Record<string, string>) {
  const length = parts.reduce((all, part) => all + sizeOf(part), 0)
  const response = {
    status: 200,
    headers: { ...headers, 'content-length': String(length) },
    body: streamOf(parts),
  }
  return { matched: true as const, response }
}

/** RFC 7578, with names as browsers write them. */
function multipart(form: FormData, boundary: string): Part[] {
  const parts = [...form].flatMap(([name, value]): Part[] => {
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${name}"`
    return typeof value === 'string'
      ? [`${head}\r\n\r\n${value}\r\n`]
      : [
          `${head}; filename="${inQuotes(value.name)}"\r\ncontent-type: ${value.type}\r\n\r\n`,
          value,
          '\r\n',
        ]
  })
  return [...parts, `--${boundary}--\r\n`]
}

function streamOf(parts: Part[]): ReadableStream<Uint8Array> {
  const chunks = chunksOf(parts)
  return new ReadableStream(
    {
      pull: async (controller) => {
        const { value, done } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: async () => {
        for (const part of parts) if (part instanceof SpooledFile) await part.discard()
      },
    },
    { highWaterMark: 0 },
  )
}

async function* chunksOf(parts: Part[]): AsyncGenerator<Uint8Array> {
  for (const part of parts)
    if (typeof part === 'string') yield Buffer.from(part)
    else if (part instanceof SpooledFile) yield* part.chunks()
    else yield new Uint8Array(await part.arrayBuffer())
}

const sizeOf = (part: Part) => (typeof part === 'string' ? Buffer.byteLength(part) : part.size)

const inQuotes = (name: string) =>
  name.replace(/["\r\n]/g, (sign) => (sign === '"' ? '%22' : sign === '\r' ? '%0D' : '%0A'))

/** RFC 6266: the name for old programs, then the name. */
function fileName(name: string): string {
  const plain = name.replace(/[^\w .-]/g, '_')
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${hexOf(sign)}`)
  return `filename="${plain}"; filename*=utf-8''${whole}`
}

const hexOf = (sign: string) => sign.charCodeAt(0).toString(16).toUpperCase()

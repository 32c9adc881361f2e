import type { Refusal } from './security.ts'

export type LimitedRequest = { request: Request; exceeded: () => boolean }

const megabyte = 1_000_000

/** Bytes a request to this path may bring. Files of people to import are larger than anything else. */
export function bodyLimitOf(pathname: string): number {
  return /import/i.test(pathname) ? 25 * megabyte : 2 * megabyte
}

export const tooLarge: Refusal = { status: 413, code: 'PAYLOAD_TOO_LARGE' }

/**
 * Refuses by the announced length, and cuts off a body that announces none and grows too long.
 * `exceeded` says after the answer whether that happened.
 */
export function limitBody(request: Request, limit: number): LimitedRequest | Refusal {
  const announced = request.headers.get('content-length')
  if (announced !== null) {
    return Number(announced) > limit ? tooLarge : { request, exceeded: () => false }
  }
  if (request.body === null) return { request, exceeded: () => false }
  let seen = 0
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.byteLength
        if (seen > limit) controller.error(new Error('The request is too large.'))
        else controller.enqueue(chunk)
      },
    }),
  )
  return {
    // `duplex` is required for a streamed body and missing from the DOM types.
    request: new Request(request, { body: counted, duplex: 'half' } as RequestInit),
    exceeded: () => seen > limit,
  }
}

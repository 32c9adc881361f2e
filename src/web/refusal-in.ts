import { ORPCError } from '@orpc/client'

/**
 * The error in an answer that refuses the whole request before any procedure was called: without this, what was
 * asked in a batch would fail in words that nobody can read. Null for every other answer.
 * What stands before the server says 502 or 504 when it is away: that, too, is a server to come back to.
 */
export async function refusalIn(response: Response): Promise<Error | null> {
  // What was asked never arrived whole: the connection is too slow for it just now.
  if (response.status === 408) return new ORPCError('OFFLINE', { status: 408 })
  if (![429, 502, 503, 504].includes(response.status)) return null
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  const error = field(field(body, 'json')) ?? field(body)
  const code = Reflect.get(error ?? {}, 'code')
  const seconds = Number(response.headers.get('retry-after'))
  return new ORPCError(typeof code === 'string' ? code : 'UNAVAILABLE', {
    status: response.status === 429 ? 429 : 503,
    data: { retryAfterSeconds: seconds > 0 ? seconds : 2 },
  })
}

function field(value: unknown, name?: string): object | null {
  const inner: unknown =
    name === undefined || typeof value !== 'object' || value === null
      ? value
      : Reflect.get(value, name)
  return typeof inner === 'object' && inner !== null ? inner : null
}

import type { Refusal } from './security.ts'

/** In the shape the contract's clients read. */
export function refuse(pathname: string, { status, code, retryAfterSeconds }: Refusal): Response {
  const limited = retryAfterSeconds === undefined ? undefined : { retryAfterSeconds }
  const error = { defined: limited !== undefined, code, status, message: code, data: limited }
  const headers = {
    'cache-control': 'no-store',
    ...(limited ? { 'retry-after': String(retryAfterSeconds) } : {}),
    // The rest of the body stays unread, so the connection cannot be used again.
    ...(status === 413 || status === 408 ? { connection: 'close' } : {}),
  }
  const body = pathname.startsWith('/rpc/') ? { json: error } : error
  return Response.json(body, { status, headers })
}

import { hash } from 'node:crypto'

/** The browser keeps the answer and asks each time whether it still holds. */
export const keepAndAsk = 'private, no-cache'

/** The answer with its ETag, or 304 without a body when the asker has it already. */
export async function revalidated(request: Request, answer: Response): Promise<Response> {
  const isKept = answer.headers.get('cache-control') === keepAndAsk
  if (!isKept || request.method !== 'GET' || answer.status !== 200) return answer
  const body = await answer.text()
  const etag = `"${hash('sha256', body, 'base64url').slice(0, 24)}"`
  const headers = new Headers(answer.headers)
  headers.set('etag', etag)
  if (!names(request.headers.get('if-none-match'), etag)) return new Response(body, { headers })
  headers.delete('content-type')
  return new Response(null, { status: 304, headers })
}

/** A proxy that compresses makes our tag a weak one, which still names the same answer. */
const names = (ifNoneMatch: string | null, etag: string) =>
  (ifNoneMatch ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === etag)

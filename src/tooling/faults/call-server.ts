import { ORPCError } from '@orpc/client'
import { refusalIn } from '../../web/refusal-in.ts'

/** Answers of the server, by what they were. */
export type Tally = {
  acknowledged: number
  busy: number
  noAnswer: number
  raw: string[]
  /** The longest that anybody waited for an answer of whatever kind. */
  slowestMs: number
}

/** As the app calls; every answer is an acknowledgement, a proper 503 or none at all. */
export async function callServer(
  base: string,
  procedure: string,
  input: unknown,
  who: Who,
  tally: Tally,
) {
  const began = performance.now()
  let answer: Response
  try {
    answer = await fetch(`${base}/rpc/${procedure}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: base,
        cookie: who.cookie,
        'x-forwarded-for': who.address,
      },
      body: JSON.stringify({ json: input }),
      signal: AbortSignal.timeout(30_000),
    })
  } catch {
    tally.noAnswer += 1
    throw new TypeError('fetch failed')
  }
  tally.slowestMs = Math.max(tally.slowestMs, performance.now() - began)
  const refusal = await refusalIn(answer)
  // A connection that breaks in the middle of an answer is none.
  const text = await answer.text().catch(() => {
    tally.noAnswer += 1
    throw new TypeError('fetch failed')
  })
  if (refusal instanceof ORPCError) {
    const isProper =
      ['OVERLOADED', 'UNAVAILABLE'].includes(refusal.code) &&
      Number(answer.headers.get('retry-after')) > 0 &&
      text.startsWith('{"json":{')
    if (isProper) tally.busy += 1
    else tally.raw.push(`${answer.status} ${text.slice(0, 120)}`)
    throw refusal
  }
  if (answer.status !== 200) {
    tally.raw.push(`${answer.status} ${text.slice(0, 120)}`)
    throw new ORPCError('INTERNAL_SERVER_ERROR', { status: Math.max(400, answer.status) })
  }
  // The server's contract says so; what comes of it is compared with the database.
  return (JSON.parse(text) as { json: { acknowledged: string[]; savedAt: string } }).json
}

type Who = { cookie: string; address: string }

import { unavailable } from './app.ts'
import { nothing, type Receive } from './body-arrival.ts'
import { bodyLimitOf } from './body-limit.ts'
import type { Availability } from './db/availability.ts'
import { isUnavailable } from './db/unavailable.ts'
import type { Health } from './health.ts'
import { type LoadShedder, overloaded } from './load-shedding.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { createRateLimiter } from './rate-limit.ts'
import { refuse } from './refuse.ts'
import { originRefusal, type Refusal } from './security.ts'
import type { StaticFiles } from './static-files.ts'

export type HostDeps = {
  app: (request: Request) => Promise<Response>
  staticFiles: StaticFiles
  health: Health
  metrics: Metrics
  /** Who may come in when many come at once; everybody without one. */
  shedder?: LoadShedder
  /** Whether it is any use to begin. */
  availability?: Pick<Availability, 'problem' | 'whileThere'>
  publicUrl: string
  log: Log
  /** Milliseconds by which limits are counted; those of the process by default. */
  now?: () => number
}

/**
 * Everything the server answers: health and metrics, files and pages of the web app, and the app itself
 * behind limits and the origin check. Trusts `x-request-id` and `x-client-address`, which the listener sets.
 * `receive` waits for the body; a request without it has its own already.
 */
export function createHost(
  deps: HostDeps,
): (request: Request, receive?: Receive) => Promise<Response> {
  const now = deps.now ?? (() => performance.now())
  const sessions = createRateLimiter({ perSecond: 50, burst: 200, now })
  // A whole office may share one address; and whoever invents session cookies stays bounded by this.
  const addresses = createRateLimiter({ perSecond: 500, burst: 2000, now })

  // Of a request only what cannot be secret is logged, and looking for secrets took longer than writing the line.
  const requestLog = deps.log.child({}, { redact: [] })

  return async function host(request, receive = async () => nothing) {
    const started = performance.now()
    const { pathname } = new URL(request.url)
    const response = await route(request, pathname, receive)
    const seconds = (performance.now() - started) / 1000
    response.headers.set('server-timing', `total;dur=${(seconds * 1000).toFixed(1)}`)
    const { method } = request
    deps.metrics.observe({ method, pathname, status: response.status, seconds })
    logRequest(requestLog, request, pathname, response.status, seconds)
    return response
  }

  async function route(request: Request, pathname: string, receive: Receive): Promise<Response> {
    if (pathname === '/health/live') return deps.health.live()
    if (pathname === '/health/ready') return await deps.health.ready()
    if (pathname === '/metrics') return await deps.metrics.render()
    const file = await deps.staticFiles(request)
    if (file) return file
    const refusal = rateRefusal(request) ?? originRefusal(request, deps.publicUrl)
    if (refusal) return refuse(pathname, refusal)
    const body = await receive(bodyLimitOf(pathname))
    if ('status' in body) return refuse(pathname, body)
    try {
      return await serve(request, pathname, body.drop)
    } catch (error) {
      if (isUnavailable(error)) return refuse(pathname, unavailable)
      const requestId = request.headers.get('x-request-id')
      deps.log.error({ err: error, requestId, path: pathname }, 'request failed')
      return Response.json({ code: 'INTERNAL_SERVER_ERROR', requestId }, { status: 500 })
    }
  }

  /** @param done is called when the work has ended, which may be after the answer */
  async function serve(request: Request, pathname: string, done: () => void): Promise<Response> {
    if (deps.availability?.problem()) {
      done()
      return refuse(pathname, unavailable)
    }
    const place = deps.shedder ? await deps.shedder.enter() : openDoor
    if (!place) {
      done()
      return refuse(pathname, overloaded())
    }
    // Who is told that the database is lost may go; the place is free only when its work has ended.
    const answering = deps.app(request).finally(() => {
      place.leave()
      done()
    })
    return await (deps.availability?.whileThere(answering) ?? answering)
  }

  function rateRefusal(request: Request): Refusal | null {
    const address = request.headers.get('x-client-address') ?? ''
    const session = sessionKey(request)
    const wait = addresses.take(address) ?? sessions.take(session ?? address)
    return wait === null ? null : { status: 429, code: 'RATE_LIMITED', retryAfterSeconds: wait }
  }
}

function sessionKey(request: Request): string | undefined {
  const token = /session_token=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1]
  // More than a token has, and no more than a limiter should keep of what somebody invents.
  return token?.slice(0, 80)
}

const openDoor = { leave: () => {} }

function logRequest(log: Log, request: Request, pathname: string, status: number, seconds: number) {
  const ordinary = status < 400 && !/^\/(rpc|api|xapi)\//.test(pathname)
  const fields = {
    requestId: request.headers.get('x-request-id') ?? '',
    method: request.method,
    path: pathname,
    status,
    ms: Math.round(seconds * 1000),
  }
  // Files, pages and probes would drown the rest.
  if (ordinary) log.debug(fields, 'request')
  else if (status >= 500) log.error(fields, 'request')
  else log.info(fields, 'request')
}

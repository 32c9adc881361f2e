import { SmartCoercionPlugin } from '@orpc/json-schema'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { ORPCError, onError } from '@orpc/server'
import { BatchHandlerPlugin } from '@orpc/server/plugins'
import type { StandardHandlerOptions } from '@orpc/server/standard'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { Access } from '../contract/access.ts'
import { authorise } from './authorise.ts'
import { type Context, type HouseConfig, type Log, type Session, scopeOf } from './context.ts'
import type { Db } from './db/connect.ts'
import { retryConflict } from './db/retry-conflict.ts'
import { isUnavailable, tellUnavailable } from './db/unavailable.ts'
import { streamFiles } from './file-answer.ts'
import { newId } from './ids.ts'
import { type Memory, noMemory } from './memory.ts'
import { apiDocs, openApiDocument } from './openapi.ts'
import { refuse } from './refuse.ts'
import { keepAndAsk, revalidated } from './revalidate.ts'
import { router } from './router.ts'
import { createRpcHandler } from './rpc-handler.ts'
import { subjects } from './subjects.ts'

export type AppDeps = {
  db: Db
  readDb: Db
  /** Nothing is kept without one. */
  memory?: Memory
  config: HouseConfig
  log: Log
  clock: () => Date
  /** better-auth's own endpoints under `/api/auth/`. */
  authHandler: (request: Request) => Promise<Response>
  resolveSession: (request: Request) => Promise<Session | null>
}

const mostCallsInABatch = 10
const comeBackSeconds = 2

/** What was asked may have happened or not: who asks again with the same ids has it once. */
export const unavailable = {
  status: 503,
  code: 'UNAVAILABLE',
  retryAfterSeconds: comeBackSeconds,
} as const

type Meta = { access?: Access; kept?: boolean }

/** The whole server as a function: `/rpc`, `/api`, `/api/auth`, `/api/docs`, `/api/openapi.json`. Anything else is 404. */
export function createApp(deps: AppDeps): (request: Request) => Promise<Response> {
  const called = new WeakSet<Context>()
  // Made twice: each handler's plugins add to the lists they are given.
  const options = (): Pick<
    StandardHandlerOptions<Context>,
    'interceptors' | 'clientInterceptors' | 'rootInterceptors'
  > => ({
    rootInterceptors: [streamFiles],
    interceptors: [
      onError((error, { context, request }) => {
        // What could not even be read is the sender's fault, and is answered so.
        if (!called.has(context)) return
        const { requestId } = context
        logUnexpected(deps.log, error, { requestId, pathname: request.url.pathname })
      }),
    ],
    clientInterceptors: [
      async ({ procedure, input, context, next }) => {
        called.add(context)
        const { access, kept }: Meta = procedure['~orpc'].meta
        try {
          await authorise(access, input, context, subjects)
          const output = await next()
          if (kept) context.responseHeaders.set('cache-control', keepAndAsk)
          return output
        } catch (error) {
          if (!isUnavailable(error)) throw error
          const { requestId } = context
          // Of a lost connection one line each: there are many of them, and all say the same.
          context.log.warn({ ...tellUnavailable(error), requestId }, 'put off: the database')
          context.responseHeaders.set('retry-after', String(comeBackSeconds))
          throw new ORPCError('UNAVAILABLE', {
            status: 503,
            data: { retryAfterSeconds: comeBackSeconds },
            cause: error,
          })
        }
      },
    ],
  })
  // The plugin waits for the first answer, for ever when nothing was asked: an empty batch is over any size.
  const batches = new BatchHandlerPlugin<Context>({
    maxSize: async ({ request }) => {
      const asked = request.method === 'GET' ? request.url.searchParams.get('batch') : null
      const body: unknown = asked === null ? await request.body() : JSON.parse(asked)
      return Array.isArray(body) && body.length === 0 ? -1 : mostCallsInABatch
    },
  })
  const rpc = createRpcHandler<Context>(router, { ...options(), plugins: [batches] })
  // A query string knows words only: numbers and yes or no are read as the schema says.
  const coercion = new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const rest = new OpenAPIHandler<Context>(router, { ...options(), plugins: [coercion] })

  return async function app(request) {
    const { pathname } = new URL(request.url)
    const requestId = request.headers.get('x-request-id') ?? newId()
    const responseHeaders = new Headers()
    const finish = (response: Response) => withHeaders(response, responseHeaders, requestId)
    try {
      if (pathname.startsWith('/api/auth/')) return finish(await deps.authHandler(request))
      if (pathname === '/api/openapi.json') return finish(Response.json(await openApiDocument()))
      if (pathname === '/api/docs') return finish(apiDocs())
      const handler = pathname.startsWith('/rpc/')
        ? rpc
        : pathname.startsWith('/api/')
          ? rest
          : null
      if (!handler) return finish(Response.json({ code: 'NOT_FOUND' }, { status: 404 }))
      // HEAD would run a procedure that needs no input, past the origin check of changes.
      if (handler === rpc && request.method !== 'GET' && request.method !== 'POST')
        return finish(Response.json({ code: 'METHOD_NOT_SUPPORTED' }, { status: 405 }))
      const session = await deps.resolveSession(request)
      const context = createContext(deps, session, request, requestId, responseHeaders)
      const prefix = handler === rpc ? '/rpc' : '/api'
      const { matched, response } = await handler.handle(request, { prefix, context })
      if (!matched) return finish(Response.json({ code: 'NOT_FOUND' }, { status: 404 }))
      return await revalidated(request, finish(response))
    } catch (error) {
      if (isUnavailable(error)) return finish(refuse(pathname, unavailable))
      deps.log.error({ err: error, requestId, pathname }, 'request failed')
      return finish(Response.json({ code: 'INTERNAL_SERVER_ERROR', requestId }, { status: 500 }))
    }
  }
}

/** What handlers work with; a test of a store makes one of its own. */
export function createContext(
  deps: Pick<AppDeps, 'db' | 'readDb' | 'memory' | 'config' | 'log' | 'clock'>,
  session: Session | null,
  request: { headers: Headers },
  requestId: string,
  responseHeaders = new Headers(),
): Context {
  return {
    db: deps.db,
    readDb: deps.readDb,
    memory: deps.memory ?? noMemory,
    write: (work) => retryConflict(() => deps.db.transaction(work)),
    session,
    person: () => {
      if (!session) throw new ORPCError('UNAUTHORIZED', { status: 401 })
      return session
    },
    scope: (permission) => scopeOf(session, permission),
    clock: deps.clock,
    newId,
    log: deps.log,
    requestId,
    config: deps.config,
    request,
    responseHeaders,
  }
}

/** Declared refusals are answers; everything else is a defect and is logged once. */
function logUnexpected(log: Log, error: unknown, at: { requestId: string; pathname: string }) {
  if (error instanceof ORPCError && (error.status < 500 || error.status === 503)) return
  log.error({ err: error, ...at }, 'procedure failed')
}

/** Sets them on the answer itself: one made anew would leave as a stream, in three packets for one. */
function withHeaders(response: Response, extra: Headers, requestId: string): Response {
  const { headers } = response
  for (const [name, value] of extra) headers.append(name, value)
  headers.set('x-request-id', requestId)
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  return response
}

import { ORPCError } from '@orpc/server'
import type { Access, SubjectKind } from '../contract/access.ts'
import { type Context, within } from './context.ts'
import type { Db } from './db/connect.ts'

/** Where a subject belongs, and whose it is; null when there is none. */
export type SubjectPlace = { unitPath: string; ownerId: string | null }
export type SubjectResolvers = Record<
  SubjectKind,
  (db: Db, id: string) => Promise<SubjectPlace | null>
>

/** Throws UNAUTHORIZED, FORBIDDEN or NOT_FOUND unless the caller may do this; no access declared means refused. */
export async function authorise(
  access: Access | undefined,
  input: unknown,
  context: Context,
  resolvers: SubjectResolvers,
): Promise<void> {
  if (access === 'public') return
  const session = context.session
  if (!session) throw new ORPCError('UNAUTHORIZED', { status: 401 })
  if (access === 'signed-in') return
  if (!access) throw forbidden()
  if ('own' in access) {
    const id = idIn(input, access.by)
    const owner = await context.memory.recall(
      'owner',
      `${access.own} ${id}`,
      async () => (await resolvers[access.own](context.db, id))?.ownerId ?? null,
    )
    // Somebody else's thing and no thing at all look the same to a stranger.
    if (owner !== session.personId) throw notFound()
    return
  }
  const held = context.scope(access.permission)
  if (held.length === 0) throw forbidden()
  if (!('on' in access)) return
  const place = await resolvers[access.on](context.db, idIn(input, access.by))
  if (!place || !within(held, place.unitPath)) throw forbidden()
}

function idIn(input: unknown, field: string): string {
  const value: unknown =
    typeof input === 'object' && input !== null ? Reflect.get(input, field) : undefined
  // What is no id names nothing, and must not reach the database.
  if (typeof value !== 'string' || !isId.test(value)) throw badRequest()
  return value
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const badRequest = () => new ORPCError('BAD_REQUEST', { status: 400 })
const forbidden = () => new ORPCError('FORBIDDEN', { status: 403 })
const notFound = () => new ORPCError('NOT_FOUND', { status: 404 })

import { randomBytes } from 'node:crypto'
import type { Sql } from 'postgres'
import { z } from 'zod'
import { roles } from '../../../contract/permission.ts'
import { language, personId, unitId } from '../../../contract/primitives.ts'
import type { Session } from '../../../server/context.ts'
import type { Db } from '../../../server/db/connect.ts'
import { newId } from '../../../server/ids.ts'
import { type Memory, noMemory } from '../../../server/memory.ts'
import { civilDateOf } from '../../../server/today.ts'
import { authSession } from './schema.ts'
import { sessionCookieName, sessionCookieOf, sign, verifySigned } from './session-cookie.ts'

/** A session ends after so long without use. */
export const sessionSeconds = 14 * 24 * 3600
const renewEverySeconds = 24 * 3600

const row = z.object({
  sessionId: z.string(),
  expiresSeconds: z.number(),
  personId,
  displayName: z.string(),
  email: z.string(),
  language,
  unitId,
  unitPath: z.string(),
  grants: z.array(z.object({ role: z.enum(roles), unitId, unitPath: z.string() })),
})

type Found = { session: Session; expiresAt: number }

type SessionOptions = { timeZone?: string; publicUrl?: string; memory?: Memory }

/**
 * Who makes the request, from one query or from memory; null for no, a foreign, an expired or an ended
 * session and for people who are deactivated. Use prolongs a session at most once a day.
 */
export async function resolveSession(
  sql: Sql,
  request: { headers: Headers },
  secret: string,
  clock: () => Date,
  {
    timeZone = 'Europe/Warsaw',
    publicUrl = 'http://localhost',
    memory = noMemory,
  }: SessionOptions = {},
): Promise<Session | null> {
  const cookie = sessionCookieOf(request.headers, publicUrl)
  if (cookie === null) return null
  const now = clock()
  const today = civilDateOf(now, timeZone)
  // By the whole signed cookie: one whose signature was right once is right again. Grants change with the day.
  const found = await memory.recall('session', `${today} ${cookie}`, async () => {
    const token = verifySigned(cookie, secret)
    return token === null ? null : await readSession(sql, token, today)
  })
  if (!found || found.expiresAt <= now.getTime()) return null
  if (found.expiresAt < now.getTime() + (sessionSeconds - renewEverySeconds) * 1000) {
    const until = now.getTime() + sessionSeconds * 1000
    await prolong(sql, found.session, until, now)
    // Only now: when the database did not take it, the next request tries again.
    found.expiresAt = until
  }
  return found.session
}

async function readSession(sql: Sql, token: string, today: string): Promise<Found | null> {
  const [found] = await sql`
    select s.id as "sessionId", extract(epoch from s.expires_at)::float8 as "expiresSeconds", p.id as "personId",
      p.display_name as "displayName", p.email, p.language, p.unit_id as "unitId", u.path::text as "unitPath",
      coalesce((
        select json_agg(json_build_object('role', g.role, 'unitId', g.unit_id, 'unitPath', gu.path::text))
        from role_grant g join unit gu on gu.id = g.unit_id
        where g.person_id = p.id and g.valid_from <= ${today} and (g.valid_to is null or g.valid_to > ${today})
      ), '[]'::json) as grants
    from auth_session s
    join person p on p.id = s.person_id and p.active
    join unit u on u.id = p.unit_id
    where s.token = ${token}`
  if (!found) return null
  const { expiresSeconds, ...session } = row.parse(found)
  return { session, expiresAt: expiresSeconds * 1000 }
}

async function prolong(sql: Sql, { sessionId }: Session, until: number, now: Date): Promise<void> {
  // Instants as text: a client that Drizzle has taken over knows no Date.
  const expiresAt = new Date(until).toISOString()
  await sql`
    update auth_session set expires_at = ${expiresAt}::timestamptz, updated_at = ${now.toISOString()}::timestamptz
    where id = ${sessionId}`
}

const secretsByDb = new WeakMap<object, string>()

/** createAuth tells which secret signs this database's sessions. */
export const rememberSecret = (db: Db, secret: string) => void secretsByDb.set(db, secret)

/** Signs a person in without asking anything, for tests and the demonstration; returns the Cookie header. */
export async function createSessionFor(
  db: Db,
  person: string,
  { secret = secretsByDb.get(db), publicUrl = 'http://localhost' } = {},
): Promise<string> {
  if (!secret) throw new Error('no secret: call createAuth for this database first, or pass one')
  const token = randomBytes(24).toString('base64url')
  await db.insert(authSession).values({
    id: newId(),
    personId: person,
    token,
    // Far away, because tests set their own clocks.
    expiresAt: new Date('2099-01-01T00:00:00Z'),
    userAgent: 'test',
  })
  return `${sessionCookieName(publicUrl)}=${encodeURIComponent(sign(token, secret))}`
}

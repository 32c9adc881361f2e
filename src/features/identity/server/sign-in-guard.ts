import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware, isAPIError } from 'better-auth/api'
import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../../server/db/connect.ts'
import { newId } from '../../../server/ids.ts'
import { passwordFault } from '../model/password-rules.ts'
import { mailNewDevice } from './new-device-mail.ts'
import { authVerification, person } from './schema.ts'
import { readCookie, sessionTokenOf, sign, verifySigned } from './session-cookie.ts'
import { countAttempt, forgetAttempts, throttleKey } from './throttle.ts'

/** The host writes the peer's address here and removes what a client sent. */
export const clientAddressHeader = 'x-client-address'

const deviceCookies = ['__Secure-officina.device', 'officina.device']
const newPasswordPaths = ['/reset-password', '/change-password', '/set-password']

/** Paths that end in a session, by how the person proved who she is. */
const methodByPath: Record<string, string> = {
  '/sign-in/email': 'password',
  '/two-factor/verify-totp': 'password-and-code',
  '/two-factor/verify-backup-code': 'password-and-backup-code',
  '/passkey/verify-authentication': 'passkey',
  '/callback/:id': 'single-sign-on',
}

type GuardOptions = {
  db: Db
  secret: string
  publicUrl: string
  clock: () => Date
  timeZone: string
}

/**
 * What better-auth leaves to us: waits that grow but never lock, known devices, password rules, the record
 * of who signed in from where. Stands after the two-factor plugin: a sign-in that still needs a code is none.
 */
export function signInGuard({
  db,
  secret,
  publicUrl,
  clock,
  timeZone,
}: GuardOptions): BetterAuthPlugin {
  const secure = publicUrl.startsWith('https://')
  return {
    id: 'officina-guard',
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === '/sign-in/email',
          handler: createAuthMiddleware(async (ctx) => {
            const wait = await countAttempt(db, keyOf(ctx), clock())
            if (wait > 0)
              throw new APIError(
                'TOO_MANY_REQUESTS',
                { code: 'WAIT', message: 'Wait before the next attempt.', retryAfterSeconds: wait },
                { 'retry-after': String(wait) },
              )
          }),
        },
        {
          matcher: ({ path }) => newPasswordPaths.includes(path ?? ''),
          handler: createAuthMiddleware(async (ctx) => {
            const password = textIn(ctx.body, 'newPassword') || textIn(ctx.body, 'password')
            const fault = passwordFault(password, await wordsOf(ctx))
            if (fault)
              throw new APIError('UNPROCESSABLE_ENTITY', {
                code: 'PASSWORD_REFUSED',
                message: 'The new password is too easy to guess.',
                fault,
              })
          }),
        },
      ],
      after: [
        {
          matcher: ({ path }) => (path ?? '') in methodByPath,
          handler: createAuthMiddleware(async (ctx) => {
            const signedIn = ctx.context.newSession
            if (ctx.path === '/sign-in/email') {
              const failed = isAPIError(ctx.context.returned)
              if (failed) await noteRefusal(ctx)
              else await forgetAttempts(db, keyOf(ctx))
            }
            // Setting up codes also renews the session, but is no sign-in.
            const setsUp = ctx.path?.startsWith('/two-factor/') && !hasChallenge(ctx)
            if (!signedIn || setsUp) return
            await noteSignIn(ctx, signedIn.user.id, signedIn.user.email)
          }),
        },
      ],
    },
  }

  type Ctx = {
    path?: string
    headers?: Headers | undefined
    body?: unknown
    query?: unknown
  }

  function keyOf(ctx: Ctx): string {
    const email = textIn(ctx.body, 'email').trim().toLowerCase()
    const device = deviceOf(ctx)
    return throttleKey('sign-in', email, device?.email === email ? device.id : null, addressOf(ctx))
  }

  function deviceOf(ctx: Ctx): { id: string; email: string } | null {
    const signed = ctx.headers ? readCookie(ctx.headers, deviceCookies) : null
    const value = signed ? verifySigned(signed, secret) : null
    const [id, email] = value?.split(' ') ?? []
    return id && email ? { id, email } : null
  }

  async function noteSignIn(
    ctx: Ctx & { setCookie: (name: string, value: string, options: object) => unknown },
    personId: string,
    email: string,
  ) {
    const known = deviceOf(ctx)?.email === email
    if (!known)
      await mailNewDevice(
        db,
        { personId, userAgent: userAgentOf(ctx), ipAddress: addressOf(ctx) },
        { clock, timeZone, publicUrl },
      )
    await record(ctx, 'sign-in.done', personId, methodByPath[ctx.path ?? ''] ?? 'other')
    if (known) return
    ctx.setCookie(
      secure ? '__Secure-officina.device' : 'officina.device',
      sign(`${newId()} ${email}`, secret),
      {
        path: '/api/auth',
        httpOnly: true,
        sameSite: 'lax',
        secure,
        maxAge: 400 * 24 * 3600,
      },
    )
  }

  async function noteRefusal(ctx: Ctx) {
    const email = textIn(ctx.body, 'email').trim().toLowerCase()
    const [found] = await db.select({ id: person.id }).from(person).where(eq(person.email, email))
    if (found) await record(ctx, 'sign-in.refused', found.id, 'password')
  }

  async function record(ctx: Ctx, action: string, personId: string, method: string) {
    const detail = {
      method,
      ipAddress: addressOf(ctx),
      userAgent: userAgentOf(ctx),
    }
    await db.execute(sql`
      insert into audit (at, actor_id, action, subject_kind, subject_id, detail)
      values (${clock().toISOString()}, ${action === 'sign-in.done' ? personId : null}, ${action}, 'person',
        ${personId}, ${JSON.stringify(detail)}::text::jsonb)`)
  }

  /** Names and e-mail of whose password it is: by reset token, else by session. */
  async function wordsOf(ctx: Ctx): Promise<string[]> {
    const token = textIn(ctx.body, 'token') || textIn(ctx.query, 'token')
    const byToken = token
      ? await db
          .select({ id: authVerification.value })
          .from(authVerification)
          .where(eq(authVerification.identifier, `reset-password:${token}`))
      : []
    const bySession = byToken[0] ? [] : await personOfSession(ctx)
    const id = byToken[0]?.id ?? bySession[0]?.person_id
    const [found] = id ? await db.select().from(person).where(eq(person.id, id)) : []
    return found ? [found.displayName, found.email, 'officina'] : ['officina']
  }

  async function personOfSession(ctx: Ctx) {
    const token = ctx.headers ? sessionTokenOf(ctx.headers, secret, publicUrl) : null
    if (!token) return []
    return db.execute<{ person_id: string }>(
      sql`select person_id::text from auth_session where token = ${token}`,
    )
  }
}

const hasChallenge = (ctx: { headers?: Headers | undefined }) =>
  ctx.headers !== undefined &&
  readCookie(ctx.headers, ['__Secure-officina.two_factor', 'officina.two_factor']) !== null

const userAgentOf = (ctx: { headers?: Headers | undefined }) =>
  ctx.headers?.get('user-agent')?.slice(0, 300) ?? ''

const addressOf = (ctx: { headers?: Headers | undefined }) =>
  ctx.headers?.get(clientAddressHeader) ?? 'unknown'

function textIn(value: unknown, field: string): string {
  const found: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined
  return typeof found === 'string' ? found : ''
}

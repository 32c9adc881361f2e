import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError, isAPIError } from 'better-auth/api'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import { and, eq } from 'drizzle-orm'
import type { Log } from '../../../server/context.ts'
import type { Db } from '../../../server/db/connect.ts'
import { sqlStateOf } from '../../../server/db/sql-state.ts'
import { isUnavailable } from '../../../server/db/unavailable.ts'
import { publish } from '../../../server/events.ts'
import { newId } from '../../../server/ids.ts'
import { minimumPasswordLength } from '../model/password-rules.ts'
import { forgetPasswordLinks } from './password-links.ts'
import {
  authAccount,
  authPasskey,
  authRateLimit,
  authSession,
  authTwoFactor,
  authVerification,
  person,
} from './schema.ts'
import { rememberSecret, sessionSeconds } from './session.ts'
import { clientAddressHeader, signInGuard } from './sign-in-guard.ts'
import { countAttempt } from './throttle.ts'

export type AuthOptions = {
  db: Db
  secret: string
  publicUrl: string
  oidc: { issuer: string; clientId: string; clientSecret: string; label: string } | null
  clock?: () => Date
  timeZone?: string
  log?: Pick<Log, 'warn' | 'error'>
}

const resetMinutes = 60
/** A provider that could not be reached is asked again after so long. */
const retryDiscoveryMs = 10_000

/** Everything under `/api/auth/`: passwords, codes, passkeys, single sign-on, sign-out. */
export function createAuth(options: AuthOptions): {
  handler: (request: Request) => Promise<Response>
} {
  rememberSecret(options.db, options.secret)
  let auth = build(options)
  let builtAt = Date.now()
  return {
    async handler(request) {
      const { pathname } = new URL(request.url)
      if (options.oidc && /\/(sign-in\/social|callback\/)/.test(pathname)) {
        // better-auth reads the issuer's discovery once; an issuer that was down then would stay unknown.
        const { socialProviders } = await auth.$context
        if (socialProviders.length === 0 && Date.now() - builtAt > retryDiscoveryMs) {
          auth = build(options)
          builtAt = Date.now()
        }
      }
      return auth.handler(request)
    },
  }
}

function build({
  db,
  secret,
  publicUrl,
  oidc,
  clock = () => new Date(),
  timeZone = 'Europe/Warsaw',
  log,
}: AuthOptions) {
  return betterAuth({
    appName: 'Officina',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: {
        user: person,
        session: authSession,
        account: authAccount,
        verification: authVerification,
        twoFactor: authTwoFactor,
        passkey: authPasskey,
        rateLimit: authRateLimit,
      },
    }),
    user: { fields: { name: 'displayName' } },
    session: {
      fields: { userId: 'personId' },
      expiresIn: sessionSeconds,
      updateAge: 24 * 3600,
      freshAge: 0,
    },
    account: {
      fields: { userId: 'personId' },
      accountLinking: {
        enabled: true,
        // Nobody can register here: the address on file is the personnel system's, not a stranger's claim.
        requireLocalEmailVerified: false,
        trustedProviders: [],
      },
      updateAccountOnSignIn: false,
      encryptOAuthTokens: true,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: minimumPasswordLength,
      maxPasswordLength: 200,
      resetPasswordTokenExpiresIn: resetMinutes * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => requestResetMail(user.id, token),
      onPasswordReset: async ({ user }) => {
        // The link came by mail: the address is hers.
        await db.update(person).set({ emailVerified: true }).where(eq(person.id, user.id))
        await forgetPasswordLinks(db, [user.id])
      },
    },
    disabledPaths: [
      '/sign-up/email',
      '/update-user',
      '/change-email',
      '/delete-user',
      '/send-verification-email',
      '/verify-email',
      '/link-social',
      '/unlink-account',
      '/get-access-token',
      '/refresh-token',
      '/account-info',
      '/update-session',
      '/verify-password',
      // Would show session tokens; a person sees and ends her sessions by the contract.
      '/list-accounts',
      '/list-sessions',
      '/revoke-session',
      '/revoke-sessions',
      '/revoke-other-sessions',
      '/two-factor/send-otp',
      '/two-factor/verify-otp',
    ],
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 600,
      // By address, wide enough for an office behind one; the waits by account are the guard's.
      customRules: {
        '/sign-in/email': { window: 60, max: 240 },
        '/sign-in/social': { window: 60, max: 240 },
        '/request-password-reset': { window: 3600, max: 200 },
        '/reset-password': { window: 60, max: 60 },
        '/change-password': { window: 60, max: 30 },
        '/two-factor/*': { window: 60, max: 120 },
        '/passkey/*': { window: 60, max: 240 },
      },
    },
    advanced: {
      cookiePrefix: 'officina',
      useSecureCookies: publicUrl.startsWith('https://'),
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      // person has columns that only we write; a test compares tables and migrations instead.
      database: { generateId: () => newId(), validateSchema: false },
    },
    databaseHooks: {
      account: {
        update: {
          // A new password: what was mailed before must not set another.
          after: async ({ userId }) => {
            await forgetPasswordLinks(db, [userId])
          },
        },
      },
      session: {
        create: {
          before: async (session) => {
            const [found] = await db
              .select({ id: person.id })
              .from(person)
              .where(and(eq(person.id, session.userId), eq(person.active, true)))
            return found !== undefined
          },
        },
      },
    },
    onAPIError: {
      errorURL: `${publicUrl}/sign-in`,
      // Refusals are answers; only defects are logged.
      onError: (error) => {
        // better-auth stores what it is sent: what PostgreSQL cannot read was no sensible request (class 22).
        if (sqlStateOf(error)?.startsWith('22')) throw new APIError('BAD_REQUEST')
        // The host says when to come back.
        if (isUnavailable(error)) throw error
        if (!isAPIError(error) || error.statusCode >= 500)
          log?.error({ err: error }, 'sign-in failed')
      },
    },
    logger: {
      level: 'error',
      // A wrong password is an error to it, too; what is one to us comes to `onError` above.
      log: (_, message, ...details) => log?.warn({ details }, `better-auth: ${message}`),
    },
    telemetry: { enabled: false },
    plugins: [
      twoFactor({
        issuer: 'Officina',
        allowPasswordless: true,
        schema: { twoFactor: { fields: { userId: 'personId' } } },
      }),
      passkey({
        rpID: new URL(publicUrl).hostname,
        rpName: 'Officina',
        origin: publicUrl,
        schema: { passkey: { fields: { userId: 'personId', credentialID: 'credentialId' } } },
      }),
      ...(oidc
        ? [
            genericOAuth({
              config: [
                {
                  providerId: 'oidc',
                  name: oidc.label,
                  discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                  authentication: 'basic' as const,
                  scopes: ['openid', 'email', 'profile'],
                  requireIdTokenVerification: true,
                  disableSignUp: true,
                  disableProviderLogout: true,
                },
              ],
            }),
          ]
        : []),
      signInGuard({ db, secret, publicUrl, clock, timeZone }),
    ],
  })

  /** A person who is deactivated, or asks again and again, gets no mail; the answer is the same. */
  async function requestResetMail(personId: string, token: string) {
    if ((await countAttempt(db, `reset-mail:${personId}`, clock())) > 0) return
    await db.transaction(async (tx) => {
      const [found] = await tx.select().from(person).where(eq(person.id, personId))
      if (!found?.active) return
      await publish(tx, {
        type: 'MailRequested',
        template: 'password-reset',
        personId,
        to: found.email,
        language: found.language,
        data: {
          name: found.displayName,
          link: `${publicUrl}/reset-password?token=${encodeURIComponent(token)}`,
          minutes: resetMinutes,
        },
      })
    })
  }
}

import { sql } from 'drizzle-orm'
import { type Permission, permissionsByRole, type Role } from '../../../contract/permission.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { identity } from '../contract.ts'
import { readAppearance } from '../model/appearance.ts'
import { initialsOf } from '../model/names.ts'
import { demoAccounts, demoPassword } from './demo-accounts.ts'
import { sessionSeconds } from './session.ts'
import { readCookie, sessionCookieName } from './session-cookie.ts'
import { readTours } from './tour-handlers.ts'

const handle = handlersFor(identity)

export const meHandler = handle.me.handler(async ({ context }) => {
  const { session, config } = context
  if (!session) return null
  const [row] = await context.db.execute<{
    unitName: string
    appearance: unknown
    toursSeen: string[]
  }>(sql`
    select u.name as "unitName", p.appearance, p.tours_seen as "toursSeen" from person p join unit u on u.id = p.unit_id
    where p.id = ${session.personId}`)
  prolongCookie(context.request.headers, context.responseHeaders, config.publicUrl)
  const roles = [...new Set<Role>(session.grants.map(({ role }) => role))]
  return {
    person: {
      id: session.personId,
      displayName: session.displayName,
      initials: initialsOf(session.displayName),
      email: session.email,
      language: session.language,
      appearance: readAppearance(row?.appearance),
      unitId: session.unitId,
      unitName: row?.unitName ?? '',
    },
    permissions: [...new Set<Permission>(roles.flatMap((role) => permissionsByRole[role]))],
    roles,
    toursSeen: readTours(row?.toursSeen ?? []),
    demo: config.demo,
  }
})

export const signInOptionsHandler = handle.signInOptions.handler(async ({ context }) => ({
  oidcLabel: context.config.oidc?.label ?? null,
  demo: context.config.demo
    ? { password: demoPassword, accounts: await demoAccounts(context.db) }
    : null,
}))

/** The session slides in the database; its cookie slides each time the app is opened. */
function prolongCookie(request: Headers, response: Headers, publicUrl: string) {
  const name = sessionCookieName(publicUrl)
  const value = readCookie(request, [name])
  const endsWithBrowser = readCookie(request, [
    'officina.dont_remember',
    '__Secure-officina.dont_remember',
  ])
  if (!value || endsWithBrowser) return
  const secure = publicUrl.startsWith('https://') ? '; Secure' : ''
  response.append(
    'set-cookie',
    `${name}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${sessionSeconds}${secure}`,
  )
}

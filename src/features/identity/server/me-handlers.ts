import { ORPCError } from '@orpc/server'
import { sql } from 'drizzle-orm'
import { type Permission, permissionsByRole, type Role } from '../../../contract/permission.ts'
import { audit } from '../../../server/audit.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { today } from '../../../server/today.ts'
import { identity } from '../contract.ts'
import { readAppearance } from '../model/appearance.ts'
import { viewOf } from '../model/granting.ts'
import { initialsOf } from '../model/names.ts'
import { demoAccounts, demoPassword } from './demo-accounts.ts'
import { grantsOf } from './grants-view.ts'
import { sessionSeconds } from './session.ts'
import { readCookie, sessionCookieName } from './session-cookie.ts'
import { unitName } from './unit-name.ts'

const handle = handlersFor(identity)

export const meHandler = handle.me.handler(async ({ context }) => {
  const { session, config } = context
  if (!session) return null
  const [row] = await context.db.execute<{ unitName: string; appearance: unknown }>(sql`
    select u.name as "unitName", p.appearance from person p join unit u on u.id = p.unit_id
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
    demo: config.demo,
  }
})

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

export const signInOptionsHandler = handle.signInOptions.handler(async ({ context }) => ({
  oidcLabel: context.config.oidc?.label ?? null,
  demo: context.config.demo
    ? { password: demoPassword, accounts: await demoAccounts(context.db) }
    : null,
}))

export const profileHandlers = {
  get: handle.profile.get.handler(async ({ context }) => {
    const { personId } = context.person()
    const [row] = await context.db.execute<{
      displayName: string
      givenName: string
      familyName: string
      email: string
      externalId: string | null
      unitName: string
      jobRole: string | null
      hiredOn: string | null
      language: 'en' | 'pl' | 'hu'
      appearance: unknown
    }>(sql`
      select p.display_name as "displayName", p.given_name as "givenName", p.family_name as "familyName",
        p.email, p.external_id as "externalId", ${unitName} as "unitName", p.job_role as "jobRole",
        p.hired_on::text as "hiredOn", p.language, p.appearance
      from person p join unit u on u.id = p.unit_id where p.id = ${personId}`)
    if (!row) throw new ORPCError('NOT_FOUND', { status: 404 })
    return {
      ...row,
      appearance: readAppearance(row.appearance),
      grants: await grantsOf(context, personId),
    }
  }),
  change: handle.profile.change.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { personId } = context.person()
      const [row] = await tx.execute<{ language: 'en' | 'pl' | 'hu'; appearance: unknown }>(sql`
        update person set language = coalesce(${input.language ?? null}::text, language),
          appearance = coalesce(${input.appearance ? JSON.stringify(input.appearance) : null}::text::jsonb, appearance),
          updated_at = ${context.clock().toISOString()}
        where id = ${personId} returning language, appearance`)
      if (!row) throw new ORPCError('NOT_FOUND', { status: 404 })
      return { language: row.language, appearance: readAppearance(row.appearance) }
    }),
  ),
}

export const securityHandlers = {
  overview: handle.security.overview.handler(async ({ context }) => {
    const { personId, sessionId } = context.person()
    const [row] = await context.db.execute<{
      hasPassword: boolean
      twoFactor: boolean
      passkeys: { id: string; name: string | null; createdAt: string | null }[]
      sessions: {
        id: string
        ipAddress: string | null
        userAgent: string | null
        createdAt: string
        lastSeenAt: string
      }[]
      activity: { at: string; what: string; ipAddress: string | null; userAgent: string | null }[]
    }>(sql`
      select p.two_factor_enabled as "twoFactor",
        exists (select from auth_account a where a.person_id = p.id and a.provider_id = 'credential'
          and a.password is not null) as "hasPassword",
        coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name, 'createdAt', k.created_at)
          order by k.created_at) from auth_passkey k where k.person_id = p.id), '[]'::json) as passkeys,
        coalesce((select json_agg(json_build_object('id', s.id, 'ipAddress', s.ip_address,
          'userAgent', s.user_agent, 'createdAt', s.created_at, 'lastSeenAt', s.updated_at)
          order by s.updated_at desc) from auth_session s
          where s.person_id = p.id and s.expires_at > ${context.clock().toISOString()}::timestamptz), '[]'::json) as sessions,
        coalesce((select json_agg(json_build_object('at', a.at, 'what', a.what,
          'ipAddress', a.ip, 'userAgent', a.agent) order by a.at desc)
          from (select at, action || ':' || coalesce(detail->>'method', '') as what, detail->>'ipAddress' as ip,
              detail->>'userAgent' as agent
            from audit where subject_kind = 'person' and subject_id = p.id::text
              and action in ('sign-in.done', 'sign-in.refused') order by at desc limit 20) a), '[]'::json) as activity
      from person p where p.id = ${personId}`)
    if (!row) throw new ORPCError('NOT_FOUND', { status: 404 })
    return {
      ...row,
      sessions: row.sessions.map((each) => ({ ...each, current: each.id === sessionId })),
    }
  }),
  endSession: handle.security.endSession.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { personId } = context.person()
      const ended = await tx.execute(sql`
        delete from auth_session where id = ${input.sessionId} and person_id = ${personId} returning id`)
      if (ended.length > 0)
        await audit(tx, context, {
          action: 'session.ended',
          subjectKind: 'person',
          subjectId: personId,
        })
      return { ended: ended.length }
    }),
  ),
  endOtherSessions: handle.security.endOtherSessions.handler(({ context }) =>
    context.write(async (tx) => {
      const { personId, sessionId } = context.person()
      const ended = await tx.execute(sql`
        delete from auth_session where person_id = ${personId} and id <> ${sessionId} returning id`)
      await audit(tx, context, {
        action: 'session.ended',
        subjectKind: 'person',
        subjectId: personId,
        detail: { count: ended.length },
      })
      return { ended: ended.length }
    }),
  ),
}

const mostViewers = 500

export const whoSeesMeHandler = handle.whoSeesMe.handler(async ({ context }) => {
  const me = context.person()
  const now = today(context)
  const viewers = await context.db.execute<{
    personId: string
    displayName: string
    role: Role
    unitName: string
  }>(sql`
    select distinct on (u.path, g.role, p.sort_name, p.id) p.id::text as "personId",
      p.display_name as "displayName", g.role, u.name as "unitName"
    from role_grant g
    join unit u on u.id = g.unit_id
    join person p on p.id = g.person_id and p.active
    where u.path @> ${me.unitPath}::text::ltree and p.id <> ${me.personId}
      and g.valid_from <= ${now} and (g.valid_to is null or g.valid_to > ${now})
    order by u.path desc, g.role, p.sort_name, p.id`)
  const seeing = viewers
    .map((viewer) => ({ ...viewer, permissions: viewOf(viewer.role) }))
    .filter(({ permissions }) => permissions.length > 0)
  const exports = await context.db.execute<{
    at: string
    by: string
    what: string
    unitName: string
    rowCount: number
    format: string
  }>(sql`
    select to_json(e.at)#>>'{}' as at, by_whom.display_name as by, e.what, u.name as "unitName",
      e.row_count as "rowCount", e.format
    from export_log e
    join unit u on u.id = e.unit_id
    join person by_whom on by_whom.id = e.person_id
    -- The unit I worked in on that day, and those above it.
    where exists (select from person_placement mine join unit my_unit on my_unit.id = mine.unit_id
      where mine.person_id = ${me.personId} and my_unit.path <@ u.path
        and mine.valid_from <= e.at::date and (mine.valid_to is null or mine.valid_to > e.at::date))
    order by e.at desc limit 200`)
  return {
    viewers: seeing.slice(0, mostViewers),
    viewerCount: seeing.length,
    exports: [...exports],
  }
})

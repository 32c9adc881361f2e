import { ORPCError } from '@orpc/server'
import { sql } from 'drizzle-orm'
import { audit } from '../../../server/audit.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { identity } from '../contract.ts'

const handle = handlersFor(identity).security

export const securityHandlers = {
  overview: handle.overview.handler(async ({ context }) => {
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
  endSession: handle.endSession.handler(({ input, context }) =>
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
  endOtherSessions: handle.endOtherSessions.handler(({ context }) =>
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

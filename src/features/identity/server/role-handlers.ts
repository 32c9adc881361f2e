import { ORPCError } from '@orpc/server'
import { sql } from 'drizzle-orm'
import { permissions, type Role } from '../../../contract/permission.ts'
import { audit } from '../../../server/audit.ts'
import { type Context, within } from '../../../server/context.ts'
import type { Tx } from '../../../server/db/connect.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { today } from '../../../server/today.ts'
import { identity } from '../contract.ts'
import { mayGive } from '../model/granting.ts'
import { leavesNoAdministrator, lockAdministrators } from './administrators.ts'

const handle = handlersFor(identity).roles

export const roleHandlers = {
  grant: handle.grant.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const [unit] = await tx.execute<{ path: string }>(
        sql`select path::text from unit where id = ${input.unitId}`,
      )
      const [person] = await tx.execute<{ active: boolean; unitPath: string }>(sql`
        select p.active, u.path::text as "unitPath" from person p join unit u on u.id = p.unit_id
        where p.id = ${input.personId} for update of p`)
      // Whom she may not see she cannot give a role.
      if (!unit || !person || !within(context.scope('people.read'), person.unitPath))
        throw new ORPCError('FORBIDDEN', { status: 403 })
      if (!person.active) throw errors.INACTIVE()
      if (!mayGive(input.role, heldOn(context, unit.path))) throw errors.TOO_BROAD()
      if (input.lastDay !== null && input.lastDay < input.from) throw errors.DATES_CROSSED()
      const [same] = await tx.execute(sql`
        select id from role_grant where person_id = ${input.personId} and role = ${input.role}
          and unit_id = ${input.unitId} and (valid_to is null or valid_to > ${input.from})
          and (${input.lastDay}::date is null or valid_from <= ${input.lastDay}::date)`)
      if (same) throw errors.ALREADY_GRANTED()
      const grantId = context.newId()
      await tx.execute(sql`
        insert into role_grant (id, person_id, role, unit_id, valid_from, valid_to, granted_by, reason)
        values (${grantId}, ${input.personId}, ${input.role}, ${input.unitId}, ${input.from},
          ${input.lastDay}::date + 1, ${context.person().personId}, ${input.reason})`)
      await audit(tx, context, {
        action: 'role.granted',
        subjectKind: 'person',
        subjectId: input.personId,
        unitId: input.unitId,
        detail: {
          role: input.role,
          from: input.from,
          lastDay: input.lastDay,
          reason: input.reason,
        },
      })
      return { grantId }
    }),
  ),

  end: handle.end.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      await lockAdministrators(tx)
      const on = today(context)
      const grant = await loadGrant(tx, input.grantId)
      if (!grant || !within(context.scope('roles.grant'), grant.unitPath))
        throw new ORPCError('FORBIDDEN', { status: 403 })
      if (grant.validTo !== null && grant.validTo <= on) throw errors.ALREADY_ENDED()
      if (grant.role === 'administrator' && (await leavesNoAdministrator(tx, input, on)))
        throw errors.LAST_ADMINISTRATOR()
      const [ended] = await tx.execute<{ lastDay: string }>(sql`
        update role_grant set valid_to = greatest(valid_from, ${on}::date) where id = ${input.grantId}
        returning (valid_to - 1)::text as "lastDay"`)
      await audit(tx, context, {
        action: 'role.ended',
        subjectKind: 'person',
        subjectId: grant.personId,
        unitId: grant.unitId,
        detail: { role: grant.role, reason: input.reason },
      })
      return { lastDay: ended?.lastDay ?? on }
    }),
  ),
}

/** What the caller holds on a unit of that path, from any of her grants. */
export const heldOn = (context: Context, unitPath: string) =>
  permissions.filter((permission) => within(context.scope(permission), unitPath))

async function loadGrant(tx: Tx, id: string) {
  const [grant] = await tx.execute<{
    personId: string
    role: Role
    unitId: string
    unitPath: string
    validTo: string | null
  }>(sql`
    select g.person_id::text as "personId", g.role, g.unit_id::text as "unitId", u.path::text as "unitPath",
      g.valid_to::text as "validTo"
    from role_grant g join unit u on u.id = g.unit_id where g.id = ${id} for update of g`)
  return grant
}

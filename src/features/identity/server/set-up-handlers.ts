import { hashPassword } from 'better-auth/crypto'
import { sql } from 'drizzle-orm'
import { audit } from '../../../server/audit.ts'
import type { Context } from '../../../server/context.ts'
import type { Tx } from '../../../server/db/connect.ts'
import { publish } from '../../../server/events.ts'
import { pathLabel } from '../../../server/ids.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { today } from '../../../server/today.ts'
import { identity } from '../contract.ts'
import { displayNameOf, sortNameOf } from '../model/names.ts'
import { passwordFault } from '../model/password-rules.ts'
import { lockAdministrators } from './administrators.ts'
import { isLinkGood } from './first-administrator.ts'

const handle = handlersFor(identity).setUp

export const setUpHandlers = {
  status: handle.status.handler(async ({ input, context }) => ({
    open: await isLinkGood(context.db, input.token, context.clock()),
    hasRoot: (await rootUnit(context.db)) !== null,
  })),

  complete: handle.complete.handler(async ({ input, context, errors }) => {
    const email = input.email.toLowerCase()
    const displayName = displayNameOf(input.givenName, input.familyName, input.language)
    const fault = passwordFault(input.password, [displayName, email, 'officina'])
    if (!(await isLinkGood(context.db, input.token, context.clock()))) throw errors.LINK_NOT_GOOD()
    if (fault) throw errors.PASSWORD_REFUSED({ data: { fault } })
    const password = await hashPassword(input.password)
    return context.write(async (tx) => {
      await lockAdministrators(tx)
      if (!(await isLinkGood(tx, input.token, context.clock(), true))) throw errors.LINK_NOT_GOOD()
      const on = today(context)
      const unitId = (await rootUnit(tx)) ?? (await openRoot(tx, context, input, on))
      const personId = context.newId()
      const [made] = await tx.execute(sql`
        insert into person (id, given_name, family_name, display_name, sort_name, email, language, unit_id)
        values (${personId}, ${input.givenName}, ${input.familyName}, ${displayName},
          ${sortNameOf(input.givenName, input.familyName)}, ${email}, ${input.language}, ${unitId})
        on conflict (email) do nothing returning id`)
      if (!made) throw errors.EMAIL_TAKEN()
      await tx.execute(sql`
        insert into person_placement (id, person_id, unit_id, valid_from)
        values (${context.newId()}, ${personId}, ${unitId}, ${on})`)
      await tx.execute(sql`
        insert into role_grant (id, person_id, role, unit_id, valid_from, reason)
        values (${context.newId()}, ${personId}, 'administrator', ${unitId}, ${on}, 'set-up')`)
      await tx.execute(sql`
        insert into auth_account (id, person_id, account_id, provider_id, password)
        values (${context.newId()}, ${personId}, ${personId}, 'credential', ${password})`)
      await publish(tx, { type: 'PersonJoinedUnit', personId, unitId, jobRole: null, on })
      await audit(tx, context, {
        action: 'set-up.completed',
        subjectKind: 'person',
        subjectId: personId,
        unitId,
      })
      return { personId }
    })
  }),
}

async function rootUnit(db: Pick<Tx, 'execute'>): Promise<string | null> {
  const [root] = await db.execute<{ id: string }>(
    sql`select id::text from unit where parent_id is null and closed_on is null order by opened_on, id limit 1`,
  )
  return root?.id ?? null
}

/** An empty installation has no unit yet; everything else is opened under this one later. */
async function openRoot(
  tx: Tx,
  context: Context,
  { organisation, country }: { organisation: string | null; country: string },
  on: string,
): Promise<string> {
  const id = context.newId()
  const name = organisation ?? 'Officina'
  const kind = country === 'hu' ? 'country' : 'region'
  await tx.execute(sql`
    insert into unit (id, path, kind, country, name, short_name, is_office, opened_on)
    values (${id}, ${pathLabel(id)}, ${kind}, ${country}, ${name}, ${name}, false, ${on})`)
  await tx.execute(sql`
    insert into unit_placement (id, unit_id, path, name, valid_from)
    values (${context.newId()}, ${id}, ${pathLabel(id)}, ${name}, ${on})`)
  return id
}

import { ORPCError } from '@orpc/server'
import { sql } from 'drizzle-orm'
import { audit } from '../../../server/audit.ts'
import type { Context } from '../../../server/context.ts'
import type { Tx } from '../../../server/db/connect.ts'
import { publish } from '../../../server/events.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { today } from '../../../server/today.ts'
import { identity } from '../contract.ts'
import { addPerson } from './add-person.ts'
import { leavesNoAdministrator, lockAdministrators } from './administrators.ts'
import { inviteAll } from './invitations.ts'
import { forgetPasswordLinks } from './password-links.ts'
import { listPeople, personPage } from './people-view.ts'
import { holdsRoleBeyond } from './role-beyond.ts'

const handle = handlersFor(identity).people

export const peopleHandlers = {
  list: handle.list.handler(({ input, context }) => listPeople(context, input)),

  get: handle.get.handler(({ input, context }) => personPage(context, input.personId)),

  add: handle.add.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const outcome = await addPerson(tx, context, input)
      if ('personId' in outcome) return outcome
      if (outcome.refused === 'email') throw errors.EMAIL_TAKEN()
      if (outcome.refused === 'external-id') throw errors.EXTERNAL_ID_TAKEN()
      if (outcome.refused === 'hired-later') throw errors.HIRED_LATER()
      throw errors.UNIT_CLOSED()
    }),
  ),

  /** Ends sessions at once; roles and history stay on record and come back with a reactivation. */
  deactivate: handle.deactivate.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      if (input.personId === context.person().personId) throw errors.ONESELF()
      await lockAdministrators(tx)
      await mustAnswerFor(tx, context, input.personId)
      const on = today(context)
      if (await leavesNoAdministrator(tx, { personId: input.personId }, on))
        throw errors.LAST_ADMINISTRATOR()
      const [left] = await tx.execute<{ unitId: string }>(sql`
        update person set active = false, deactivated_at = ${context.clock().toISOString()},
          updated_at = ${context.clock().toISOString()}
        where id = ${input.personId} and active returning unit_id::text as "unitId"`)
      if (!left) return { active: false }
      await tx.execute(sql`delete from auth_session where person_id = ${input.personId}`)
      await forgetPasswordLinks(tx, [input.personId])
      await tx.execute(sql`
        update person_placement set valid_to = greatest(valid_from, ${on}::date)
        where person_id = ${input.personId} and valid_to is null`)
      await publish(tx, {
        type: 'PersonDeactivated',
        personId: input.personId,
        unitId: left.unitId,
      })
      await audit(tx, context, {
        action: 'person.deactivated',
        subjectKind: 'person',
        subjectId: input.personId,
        unitId: left.unitId,
        detail: { reason: input.reason },
      })
      return { active: false }
    }),
  ),

  reactivate: handle.reactivate.handler(({ input, context }) =>
    context.write(async (tx) => {
      await mustAnswerFor(tx, context, input.personId)
      const on = today(context)
      const [back] = await tx.execute<{ unitId: string; jobRole: string | null }>(sql`
        update person set active = true, deactivated_at = null, updated_at = ${context.clock().toISOString()}
        where id = ${input.personId} and not active
        returning unit_id::text as "unitId", job_role as "jobRole"`)
      if (!back) return { active: true }
      await tx.execute(sql`
        insert into person_placement (id, person_id, unit_id, valid_from)
        values (${context.newId()}, ${input.personId}, ${back.unitId}, ${on})`)
      await publish(tx, { type: 'PersonJoinedUnit', personId: input.personId, ...back, on })
      await audit(tx, context, {
        action: 'person.reactivated',
        subjectKind: 'person',
        subjectId: input.personId,
        unitId: back.unitId,
      })
      return { active: true }
    }),
  ),

  invite: handle.invite.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      await mustAnswerFor(tx, context, input.personId)
      const [found] = await tx.execute<{
        id: string
        email: string
        displayName: string
        language: 'en' | 'pl' | 'hu'
        unitId: string
        active: boolean
      }>(sql`
        select id::text, email, display_name as "displayName", language, unit_id::text as "unitId", active
        from person where id = ${input.personId}`)
      if (!found?.active) throw errors.INACTIVE()
      await inviteAll(tx, [found], { publicUrl: context.config.publicUrl, now: context.clock() })
      await audit(tx, context, {
        action: 'person.invited',
        subjectKind: 'person',
        subjectId: found.id,
        unitId: found.unitId,
      })
      return { sentTo: found.email }
    }),
  ),
}

/** The person's unit was checked by the host; her roles may reach further than the caller's. */
async function mustAnswerFor(tx: Tx, context: Context, personId: string): Promise<void> {
  const reach = context.scope('people.manage')
  const [row] = await tx.execute<{ beyond: boolean }>(
    sql`select ${holdsRoleBeyond(sql`${personId}::uuid`, reach, today(context))} as beyond`,
  )
  if (row?.beyond) throw new ORPCError('FORBIDDEN', { status: 403 })
}

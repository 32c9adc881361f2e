import { sql } from 'drizzle-orm'
import { type PersonId, personId } from '../../../contract/primitives.ts'
import { audit } from '../../../server/audit.ts'
import type { Context } from '../../../server/context.ts'
import type { Tx } from '../../../server/db/connect.ts'
import { publish } from '../../../server/events.ts'
import { today } from '../../../server/today.ts'
import { jobRoleOf } from '../model/job-roles.ts'
import { displayNameOf, sortNameOf } from '../model/names.ts'
import { inviteAll } from './invitations.ts'

export type NewPerson = {
  givenName: string
  familyName: string
  email: string
  unitId: string
  language: 'en' | 'pl' | 'hu'
  jobRole: string | null
  externalId: string | null
  hiredOn: string | null
  invite: boolean
}

type Outcome =
  | { personId: PersonId }
  | { refused: 'email' | 'external-id' | 'unit-closed' | 'hired-later' }

/** One person with her placement, told to the other slices like one who was imported. */
export async function addPerson(tx: Tx, context: Context, input: NewPerson): Promise<Outcome> {
  const on = today(context)
  const { email, unitId, language, externalId, hiredOn } = input
  if (hiredOn !== null && hiredOn > on) return { refused: 'hired-later' }
  const [unit] = await tx.execute(
    sql`select from unit where id = ${unitId} and closed_on is null for share`,
  )
  if (!unit) return { refused: 'unit-closed' }
  const id = personId.parse(context.newId())
  const displayName = displayNameOf(input.givenName, input.familyName, language)
  const jobRole = input.jobRole && jobRoleOf(input.jobRole)
  const [added] = await tx.execute(sql`
    insert into person (id, external_id, given_name, family_name, display_name, sort_name, email, language, unit_id,
      job_role, hired_on)
    values (${id}, ${externalId}, ${input.givenName}, ${input.familyName}, ${displayName},
      ${sortNameOf(input.givenName, input.familyName)}, ${email}, ${language}, ${unitId}, ${jobRole}, ${hiredOn})
    on conflict do nothing returning id`)
  if (!added) {
    const [same] = await tx.execute(sql`select from person where email = ${email}`)
    return { refused: same ? 'email' : 'external-id' }
  }
  await tx.execute(sql`
    insert into person_placement (id, person_id, unit_id, valid_from)
    values (${context.newId()}, ${id}, ${unitId}, ${hiredOn ?? on})`)
  await publish(tx, { type: 'PersonJoinedUnit', personId: id, unitId, jobRole, on })
  await audit(tx, context, {
    action: 'person.added',
    subjectKind: 'person',
    subjectId: id,
    unitId,
  })
  if (input.invite)
    await inviteAll(tx, [{ id, email, displayName, language }], {
      publicUrl: context.config.publicUrl,
      now: context.clock(),
    })
  return { personId: id }
}

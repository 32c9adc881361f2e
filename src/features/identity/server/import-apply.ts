import { sql } from 'drizzle-orm'
import type { Context } from '../../../server/context.ts'
import type { Tx } from '../../../server/db/connect.ts'
import { rowsOf } from '../../../server/db/sql.ts'
import type { DomainEvent } from '../../../server/event-types.ts'
import { publish } from '../../../server/events.ts'
import { today } from '../../../server/today.ts'
import type { CheckedRow } from '../model/import-check.ts'
import type { PersonDraft } from '../model/import-row.ts'
import { inviteAll } from './invitations.ts'
import { forgetPasswordLinks } from './password-links.ts'

type Taken = {
  id: string
  isNew: boolean
  wasActive: boolean
  /** Unit on file before; null for who is new. */
  unitBefore: string | null
  /** A link sent to the old address is not hers any more. */
  hasNewAddress: boolean
  draft: PersonDraft
}

/**
 * Takes over every good row: people, placements, roles, facts, audit and, when asked, invitations. All rows
 * in the caller's transaction, in a handful of statements however many rows there are.
 */
export async function applyRows(
  tx: Tx,
  context: Context,
  checked: readonly CheckedRow[],
  { importId, invite }: { importId: string; invite: boolean },
): Promise<void> {
  const on = today(context)
  const taken = checked.flatMap((row) => takenOf(row, context))
  const created = taken.filter(({ isNew }) => isNew)
  const updated = taken.filter(({ isNew }) => !isNew)
  const arriving = taken.filter(
    ({ wasActive, unitBefore, draft }) => !wasActive || unitBefore !== draft.unitId,
  )
  await insertPeople(tx, created)
  await forgetPasswordLinks(
    tx,
    updated.filter(({ hasNewAddress }) => hasNewAddress).map(({ id }) => id),
  )
  await updatePeople(tx, context, updated)
  await move(tx, context, arriving, on)
  await giveRoles(tx, context, taken, on)
  await publish(tx, ...arriving.flatMap((person) => movements(person, on)))
  await auditAll(tx, context, taken, importId)
  if (invite)
    await inviteAll(
      tx,
      created.map(({ id, draft }) => ({ id, ...draft })),
      { publicUrl: context.config.publicUrl, now: context.clock() },
    )
}

function takenOf(row: CheckedRow, context: Context): Taken[] {
  if (row.outcome === 'create')
    return [
      {
        id: context.newId(),
        isNew: true,
        wasActive: false,
        unitBefore: null,
        hasNewAddress: false,
        draft: row.draft,
      },
    ]
  if (row.outcome !== 'update') return []
  const { person, draft } = row
  return [
    {
      id: person.id,
      isNew: false,
      wasActive: person.active,
      unitBefore: person.unitId,
      hasNewAddress: person.email !== draft.email,
      draft,
    },
  ]
}

const flat = (people: readonly Taken[]) => rowsOf(people.map(({ id, draft }) => ({ id, ...draft })))

/** Columns of `flat`, typed. */
const drafts = (people: readonly Taken[]) => sql`
  jsonb_to_recordset(${flat(people)}) as d(id uuid, "externalId" text, "givenName" text, "familyName" text,
    "displayName" text, "sortName" text, email text, "unitId" uuid, language text, "languageGiven" boolean,
    "jobRole" text,
    "hiredOn" date, role text)`

const insertPeople = (tx: Tx, people: readonly Taken[]) =>
  tx.execute(sql`
    insert into person (id, external_id, given_name, family_name, display_name, sort_name, email, language,
      unit_id, job_role, hired_on)
    select d.id, d."externalId", d."givenName", d."familyName", d."displayName", d."sortName", d.email,
      d.language, d."unitId", d."jobRole", d."hiredOn"
    from ${drafts(people)}`)

/** Fields the file does not give stay as they are. */
const updatePeople = (tx: Tx, context: Context, people: readonly Taken[]) =>
  tx.execute(sql`
    update person p set external_id = coalesce(d."externalId", p.external_id), given_name = d."givenName",
      family_name = d."familyName", display_name = d."displayName", sort_name = d."sortName",
      email_verified = p.email_verified and p.email = d.email, email = d.email,
      language = case when d."languageGiven" then d.language else p.language end,
      unit_id = d."unitId", job_role = coalesce(d."jobRole", p.job_role),
      hired_on = coalesce(d."hiredOn", p.hired_on), active = true, deactivated_at = null,
      updated_at = ${context.clock().toISOString()}
    from ${drafts(people)} where p.id = d.id`)

async function move(tx: Tx, context: Context, people: readonly Taken[], on: string) {
  const rows = rowsOf(
    people.map(({ id, isNew, draft }) => ({
      id,
      placementId: context.newId(),
      unitId: draft.unitId,
      // Who is new to us may have worked there for years.
      from: isNew && draft.hiredOn !== null && draft.hiredOn < on ? draft.hiredOn : on,
    })),
  )
  await tx.execute(sql`
    update person_placement p set valid_to = greatest(p.valid_from, ${on}::date)
    from jsonb_array_elements(${rows}) row
    where p.person_id = (row->>'id')::uuid and p.valid_to is null`)
  await tx.execute(sql`
    insert into person_placement (id, person_id, unit_id, valid_from)
    select (row->>'placementId')::uuid, (row->>'id')::uuid, (row->>'unitId')::uuid, (row->>'from')::date
    from jsonb_array_elements(${rows}) row`)
}

const giveRoles = (tx: Tx, context: Context, people: readonly Taken[], on: string) =>
  tx.execute(sql`
    insert into role_grant (id, person_id, role, unit_id, valid_from, granted_by, reason)
    select (row->>'grantId')::uuid, (row->>'id')::uuid, row->>'role', (row->>'unitId')::uuid, ${on}::date,
      ${context.person().personId}::uuid, 'import'
    from jsonb_array_elements(${rowsOf(
      people
        .filter(({ draft }) => draft.role !== null)
        .map(({ id, draft }) => ({
          id,
          grantId: context.newId(),
          role: draft.role,
          unitId: draft.unitId,
        })),
    )}) row
    where not exists (select from role_grant g where g.person_id = (row->>'id')::uuid and g.role = row->>'role'
      and g.unit_id = (row->>'unitId')::uuid and g.valid_from <= ${on}::date
      and (g.valid_to is null or g.valid_to > ${on}::date))`)

function movements({ id, wasActive, unitBefore, draft }: Taken, on: string): DomainEvent[] {
  const { unitId, jobRole } = draft
  const joined = { type: 'PersonJoinedUnit' as const, personId: id, unitId, jobRole, on }
  // Who was deactivated has left already.
  return wasActive && unitBefore !== null
    ? [{ type: 'PersonLeftUnit', personId: id, unitId: unitBefore, on }, joined]
    : [joined]
}

const auditAll = (tx: Tx, context: Context, people: readonly Taken[], importId: string) =>
  tx.execute(sql`
    insert into audit (at, actor_id, action, subject_kind, subject_id, unit_id, detail, request_id)
    select ${context.clock().toISOString()}, ${context.person().personId}::uuid, row->>'action', 'person', row->>'id',
      (row->>'unitId')::uuid, jsonb_build_object('importId', ${importId}::text), ${context.requestId}
    from jsonb_array_elements(${rowsOf(
      people.map(({ id, isNew, draft }) => ({
        id,
        unitId: draft.unitId,
        action: isNew ? 'person.imported' : 'person.updated-by-import',
      })),
    )}) row`)

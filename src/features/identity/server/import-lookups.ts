import { sql } from 'drizzle-orm'
import { type Context, within } from '../../../server/context.ts'
import type { Tx } from '../../../server/db/connect.ts'
import { rowsOf } from '../../../server/db/sql.ts'
import { today } from '../../../server/today.ts'
import { mayGive } from '../model/granting.ts'
import type { CheckLookups, FileRow, OnFile } from '../model/import-check.ts'
import { headingForm } from '../model/import-guess.ts'
import type { UnitMatch } from '../model/import-row.ts'
import type { ImportMapping } from '../model/import-shape.ts'
import { holdsRoleBeyond } from './role-beyond.ts'
import { heldOn } from './role-handlers.ts'

/** What the dry run compares a file with: open units, and the people its ids and addresses name. */
export async function loadLookups(
  db: Pick<Tx, 'execute'>,
  context: Context,
  rows: readonly FileRow[],
  mapping: ImportMapping,
): Promise<CheckLookups> {
  const reach = context.scope('people.import')
  const units = await db.execute<{
    id: string
    path: string
    country: 'pl' | 'hu'
    code: string | null
    name: string
    shortName: string
  }>(sql`
    select id::text, path::text, country, code, name, short_name as "shortName" from unit
    where closed_on is null`)
  const pathById = new Map(units.map(({ id, path }) => [id, path]))
  const matchesByText = new Map<string, UnitMatch[]>()
  for (const { id, path, country, code, name, shortName } of units)
    for (const text of new Set([id, code ?? '', name, shortName].map(headingForm)))
      if (text)
        matchesByText.set(text, [
          ...(matchesByText.get(text) ?? []),
          { id, country, inReach: within(reach, path) },
        ])

  const people = await peopleNamed(db, context, rows, mapping)
  return {
    unitsBy: (text) => matchesByText.get(text) ?? [],
    mayGive: (role, unitId) => {
      const path = pathById.get(unitId) ?? ''
      return within(context.scope('roles.grant'), path) && mayGive(role, heldOn(context, path))
    },
    byExternalId: new Map(
      people.flatMap((person) => (person.externalId === null ? [] : [[person.externalId, person]])),
    ),
    byEmail: new Map(people.map((person) => [person.email, person])),
  }
}

async function peopleNamed(
  db: Pick<Tx, 'execute'>,
  context: Context,
  rows: readonly FileRow[],
  mapping: ImportMapping,
): Promise<OnFile[]> {
  const textsIn = (column: number | undefined) =>
    column === undefined ? [] : rows.map(({ cells }) => (cells[column] ?? '').trim())
  const now = today(context)
  const reach = context.scope('people.import')
  const found = await db.execute<Omit<OnFile, 'inReach'> & { unitPath: string }>(sql`
    select p.id::text, p.external_id as "externalId", p.given_name as "givenName", p.family_name as "familyName",
      p.display_name as "displayName", p.sort_name as "sortName", p.email, p.unit_id::text as "unitId", p.language,
      p.job_role as "jobRole", p.hired_on::text as "hiredOn", p.active, u.path::text as "unitPath",
      ${holdsRoleBeyond(sql`p.id`, reach, now)} as "hasRoleBeyond",
      array(select g.role || ':' || g.unit_id from role_grant g where g.person_id = p.id
        and g.valid_from <= ${now} and (g.valid_to is null or g.valid_to > ${now})) as grants
    from person p join unit u on u.id = p.unit_id
    where p.external_id in (select jsonb_array_elements_text(${rowsOf(textsIn(mapping.externalId))}))
      or p.email in (select lower(jsonb_array_elements_text(${rowsOf(textsIn(mapping.email))})))`)
  return found.map(({ unitPath, ...person }) => ({ ...person, inReach: within(reach, unitPath) }))
}

import { sql } from 'drizzle-orm'
import type { Db } from '../../../server/db/connect.ts'
import type { UnitListRow } from '../contract.ts'

export type TreeInput = { parentId?: string | undefined; query: string; asOf: string }

const mostFound = 100

/** Units as they stood on a day: those directly below `parentId` (topmost without it), or found by name below it. */
export async function treeView(
  db: Db,
  { parentId, query, asOf }: TreeInput,
): Promise<UnitListRow[]> {
  const where =
    query === ''
      ? sql`p.parent_id is not distinct from ${parentId ?? null}::uuid`
      : sql`(search_form(p.name) like '%' || search_form(${query.replaceAll(/[\\%_]/g, '\\$&')}) || '%'
          or u.code = ${query} or word_similarity(search_form(${query}), search_form(p.name)) > 0.6)
        and (${parentId ?? null}::uuid is null or p.path <@ (select path from placed where unit_id = ${parentId ?? null}::uuid))`
  const rows = await db.execute<UnitListRow>(sql`
    with placed as (
      select * from unit_placement where valid_from <= ${asOf}::date and (valid_to is null or valid_to > ${asOf}::date)
    )
    select u.id as "unitId", p.parent_id as "parentId", p.name, u.kind, u.municipality_type as "municipalityType", u.code,
      u.is_office as "isOffice", u.closed_on::text as "closedOn",
      (select count(*)::int from placed c where c.parent_id = u.id) as "childCount",
      (select count(*)::int from placed o join unit ou on ou.id = o.unit_id and ou.is_office where o.path <@ p.path) as "officeCount"
    from placed p join unit u on u.id = p.unit_id
    where ${where}
    order by ${query === '' ? sql`0::int` : sql`word_similarity(search_form(${query}), search_form(p.name)) desc`},
      u.is_office desc, case when u.country = 'hu' then null else p.name end collate polish,
      case when u.country = 'hu' then p.name end collate hungarian, u.id
    ${query === '' ? sql`` : sql`limit ${mostFound}`}`)
  return [...rows]
}

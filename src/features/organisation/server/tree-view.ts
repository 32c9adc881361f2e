import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../../server/db/connect.ts'
import { containing } from '../../../server/db/sql.ts'
import type { UnitListRow } from '../contract.ts'
import { figuresBelow, isNameShared, placedOn, workingOn } from './as-of.ts'

export type TreeInput = {
  parentId?: string | undefined
  depth: number
  query: string
  asOf: string
}

const mostFound = 100

/**
 * Units as they stood on a day: those below `parentId` (the topmost and below them without it) down to
 * `depth` levels, or found by name or code anywhere below it. A unit that was not open that day has none below.
 */
export async function treeView(
  db: Db,
  { parentId, depth, query, asOf }: TreeInput,
): Promise<{ rows: UnitListRow[]; isCut: boolean }> {
  const parentPath = sql`(select path from placed where unit_id = ${parentId ?? null}::uuid)`
  const below = parentId ? sql`p.path <@ ${parentPath} and p.unit_id <> ${parentId}` : sql`true`
  if (query === '') {
    const level = parentId ? sql`nlevel(${parentPath})` : sql`0`
    const within = sql`${below} and nlevel(p.path) <= ${level} + ${depth}::int`
    return { rows: await listUnits(db, asOf, within), isCut: false }
  }
  const likeness = sql`word_similarity(search_form(${query}), search_form(p.name))`
  const has = sql`search_form(p.name) like search_form(${containing(query)}) or u.code = ${query}`
  const nearest = sql`(u.code = ${query}) desc nulls last, ${likeness} desc`
  const find = (where: SQL) =>
    listUnits(db, asOf, sql`${below} and (${where})`, nearest, mostFound + 1)
  const found = await find(sql`${has} or ${likeness} > 0.6`)
  // Two letters in the wrong order leave little of a short name: looked for only when nothing else fits.
  const rows = found.length > 0 ? found : await find(sql`${likeness} > 0.4`)
  return { rows: rows.slice(0, mostFound), isCut: rows.length > mostFound }
}

/** Rows of the list for the placements `p` of units `u` that fit `where`. */
export async function listUnits(
  db: Db,
  asOf: string,
  where: SQL,
  first: SQL = sql`nlevel(p.path)`,
  limit: number | null = null,
): Promise<UnitListRow[]> {
  const rows = await db.execute<UnitListRow>(sql`
    with placed as (${placedOn(asOf)}),
    listed as (
      select p.*, row_number() over (order by ${first}, u.is_office desc,
        case when u.country <> 'hu' then p.name end collate polish,
        case when u.country = 'hu' then p.name end collate hungarian, u.id) as place
      from placed p join unit u on u.id = p.unit_id where ${where} order by place limit ${limit}::int
    ), working as (${workingOn(asOf)})
    select u.id as "unitId", p.parent_id as "parentId", p.name, u.kind,
      u.municipality_type as "municipalityType", u.code, u.is_office as "isOffice",
      u.closed_on::text as "closedOn",
      (select a.name from placed a where a.unit_id = p.parent_id) as "parentName",
      (select count(*)::int from placed c where c.parent_id = u.id) as "childCount",
      below.offices as "officeCount", below.people,
      ${isNameShared} as "isNameShared"
    from listed p join unit u on u.id = p.unit_id
    cross join lateral ${figuresBelow} below
    order by p.place`)
  return [...rows]
}

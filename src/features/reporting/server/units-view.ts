import { sql } from 'drizzle-orm'
import type { Db } from '../../../server/db/connect.ts'
import { isNameSharedToday } from '../../organisation/server/public.ts'
import type { UnitRow } from '../contract.ts'
import { withoutNested } from '../model/without-nested.ts'
import { type SumFilter, unitSums } from './sums.ts'

export type UnitsInput = SumFilter & { unitId: string; level: 'children' | 'offices' }

/**
 * The units directly below, or all offices at and below, each with the sums of its subtree; by name. A unit
 * counts for the nearest one shown above it, and what belongs to none of them comes last as the unit asked for
 * itself (`isRest`): rows add up to the summary. Closed units are shown while somebody still counts there.
 */
export async function unitsView(db: Db, input: UnitsInput, asOf: string): Promise<UnitRow[]> {
  const level =
    input.level === 'children'
      ? sql`u.parent_id = here.id`
      : sql`u.path <@ here.path and u.is_office`
  const rows = await db.execute<UnitRow & { path: string; isOpen: boolean }>(sql`
    with here as (select id, path from unit where id = ${input.unitId}),
    listed as (select u.* from unit u, here where ${level}),
    shown as (
      select *, false as is_rest from listed
      union all
      select u.*, true from unit u, here where u.id = here.id and u.id not in (select id from listed)
    ),
    sums as (${unitSums(sql`select id from shown`, asOf, input)})
    select u.id as "unitId", u.name, u.kind, u.municipality_type as "municipalityType",
      ${isNameSharedToday('u')} as "isNameShared", coalesce(s."all", 0) as "all",
      coalesce(s.completed, 0) as completed, coalesce(s.on_the_way, 0) as "onTheWay",
      coalesce(s.overdue, 0) as overdue, coalesce(s.not_begun, 0) as "notBegun",
      coalesce(p.people, 0) as people, u.is_rest as "isRest", u.path::text as path, u.closed_on is null as "isOpen"
    from shown u
    left join sums s on s.unit_id = u.id
    left join reporting_unit p on p.unit_id = u.id
    order by u.is_rest, case when u.country = 'hu' then null else u.name end collate polish,
      case when u.country = 'hu' then u.name end collate hungarian, u.id`)
  return withoutNested(rows)
    .filter(({ people, all, isOpen, isRest }) => people > 0 || all > 0 || (isOpen && !isRest))
    .map(({ path: _path, isOpen: _isOpen, ...row }) => row)
}

import { sql } from 'drizzle-orm'
import type { Db } from '../../../server/db/connect.ts'
import { isNameSharedToday } from '../../organisation/server/public.ts'
import type { UnitRow } from '../contract.ts'
import { type SumFilter, totals, unitCourseSums } from './sums.ts'

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
  const rows = await db.execute<UnitRow>(sql`
    with here as (select id, path from unit where id = ${input.unitId}),
    listed as (select u.* from unit u, here where ${level}),
    shown as (
      select *, false as is_rest from listed
      union all
      select u.*, true from unit u, here where u.id = here.id and u.id not in (select id from listed)
    ),
    belongs as (
      select b.id as unit_id, (
        select s.id from shown s where s.path @> b.path order by nlevel(s.path) desc limit 1
      ) as shown_id
      from unit b, here where b.path <@ here.path
    ),
    sums as (${unitCourseSums(sql`select unit_id from belongs where shown_id is not null`, asOf, input)}),
    people as (
      select b.shown_id, sum(r.people)::int as people from belongs b
      join reporting_unit r on r.unit_id = b.unit_id group by b.shown_id
    )
    select u.id as "unitId", u.name, u.kind, u.municipality_type as "municipalityType",
      ${isNameSharedToday('u')} as "isNameShared", ${totals},
      coalesce(max(p.people), 0)::int as people, u.is_rest as "isRest"
    from shown u
    left join belongs b on b.shown_id = u.id
    left join sums s on s.unit_id = b.unit_id
    left join people p on p.shown_id = u.id
    group by u.id, u.name, u.short_name, u.kind, u.municipality_type, u.country, u.closed_on, u.is_rest
    having coalesce(max(p.people), 0) > 0 or coalesce(sum(s."all"), 0) > 0 or (u.closed_on is null and not u.is_rest)
    order by u.is_rest, case when u.country = 'hu' then null else u.name end collate polish,
      case when u.country = 'hu' then u.name end collate hungarian, u.id`)
  return [...rows]
}

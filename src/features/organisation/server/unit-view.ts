import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db } from '../../../server/db/connect.ts'
import type { organisation } from '../contract.ts'
import { figuresBelow, isNameShared, placedOn, workingOn } from './as-of.ts'
import { listUnits } from './tree-view.ts'

type UnitPage = z.infer<NonNullable<(typeof organisation.unit)['~orpc']['outputSchema']>>
type Row = Omit<UnitPage, 'mayManage' | 'asOf' | 'children'> & { path: string; day: string }

const label = sql.raw(
  `json_build_object('unitId', a.id, 'name', a.name, 'kind', a.kind, 'municipalityType', a.municipality_type)`,
)

/**
 * One unit as it stood on a day, with everything its page shows; null when there is none. Where it was not
 * open that day: as on the day it opened, or the last one before it closed. `path` is today's, for deciding.
 */
export async function unitView(db: Db, unitId: string, asOf: string) {
  const [placement] = await db.execute<{ day: string }>(sql`
    select case when valid_from > ${asOf}::date then valid_from
      when valid_to <= ${asOf}::date then valid_to - 1 else ${asOf}::date end::text as day
    from unit_placement where unit_id = ${unitId}
    order by valid_from > ${asOf}::date, abs(valid_from - ${asOf}::date) limit 1`)
  if (!placement) return null
  const { day } = placement
  const [row] = await db.execute<Row>(sql`
    with placed as (${placedOn(day)}), working as (${workingOn(day)})
    select u.id as "unitId", p.parent_id as "parentId", u.path::text as path, p.name, u.kind,
      u.municipality_type as "municipalityType", u.code, u.is_office as "isOffice", u.country,
      u.opened_on::text as "openedOn", u.closed_on::text as "closedOn",
      ${day} = ${asOf} as "isOpenThen",
      (select count(*)::int from placed c where c.parent_id = u.id) as "childCount",
      below.offices as "officeCount", below.people,
      coalesce((select people from working where unit_id = u.id), 0) as "peopleHere",
      ${isNameShared} as "isNameShared",
      (select ${label} from unit a where a.id = u.merged_into_id) as "mergedInto",
      (select d.detail->>'reason' from audit d where d.subject_kind = 'unit' and d.subject_id = u.id::text
        and d.action in ('unit.merged', 'unit.closed') order by d.at desc limit 1) as "closingReason",
      coalesce((
        select json_agg(json_build_object('unitId', m.id, 'name', m.name, 'kind', m.kind,
          'municipalityType', m.municipality_type, 'on', m.closed_on) order by m.closed_on desc, m.name)
        from unit m where m.merged_into_id = u.id and m.closed_on <= ${asOf}::date), '[]') as "tookOver",
      coalesce((
        select json_agg(json_build_object('unitId', au.id, 'name', a.name, 'kind', au.kind,
          'municipalityType', au.municipality_type) order by nlevel(a.path))
        from placed a join unit au on au.id = a.unit_id where a.path @> p.path and a.unit_id <> u.id), '[]') as ancestors,
      (select json_agg(json_build_object('from', h.valid_from, 'until', h.valid_to, 'name', h.name, 'reason', h.reason,
          'parentName', (select a.name from unit_placement a where a.unit_id = h.parent_id
            and a.valid_from <= h.valid_from order by a.valid_from desc limit 1)) order by h.valid_from desc)
        from unit_placement h where h.unit_id = u.id) as history
    from unit u join placed p on p.unit_id = u.id
    cross join lateral ${figuresBelow} below
    where u.id = ${unitId}`)
  if (!row) throw new Error('the day was taken from a placement of the unit')
  const children = await listUnits(db, day, sql`p.parent_id = ${unitId}`)
  return { ...row, children }
}

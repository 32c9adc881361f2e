import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db } from '../../../server/db/connect.ts'
import type { organisation } from '../contract.ts'

type UnitPage = z.infer<NonNullable<(typeof organisation.unit)['~orpc']['outputSchema']>>
type Row = Omit<UnitPage, 'mayManage'> & { path: string }

const label = sql.raw(
  `json_build_object('unitId', a.id, 'name', a.name, 'kind', a.kind, 'municipalityType', a.municipality_type)`,
)

/** One unit with everything its page shows, in one query; null when there is none. `path` is for deciding, not for showing. */
export async function unitView(db: Db, unitId: string): Promise<Row | null> {
  const [row] = await db.execute<Row>(sql`
    select u.id as "unitId", u.parent_id as "parentId", u.path::text as path, u.name, u.kind, u.municipality_type as "municipalityType",
      u.code, u.is_office as "isOffice", u.country, u.opened_on::text as "openedOn", u.closed_on::text as "closedOn",
      (select count(*)::int from unit c where c.parent_id = u.id and c.closed_on is null) as "childCount",
      (select count(*)::int from unit o where o.path <@ u.path and o.is_office and o.closed_on is null) as "officeCount",
      (select ${label} from unit a where a.id = u.merged_into_id) as "mergedInto",
      coalesce((select json_agg(${label} order by nlevel(a.path)) from unit a where a.path @> u.path and a.id <> u.id), '[]') as ancestors,
      (select count(*)::int from person p where p.unit_id = u.id and p.active) as people,
      (select count(*)::int from person p join unit b on b.id = p.unit_id where b.path <@ u.path and p.active) as "peopleBelow",
      (select json_agg(json_build_object('from', h.valid_from, 'until', h.valid_to, 'name', h.name, 'reason', h.reason,
          'parentName', (select name from unit a where a.id = h.parent_id)) order by h.valid_from)
        from unit_placement h where h.unit_id = u.id) as history
    from unit u where u.id = ${unitId}`)
  return row ?? null
}

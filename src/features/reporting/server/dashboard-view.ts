import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Language } from '../../../contract/primitives.ts'
import type { Db } from '../../../server/db/connect.ts'
import { inLanguage, pathArray } from '../../../server/db/sql.ts'
import { isNameSharedToday } from '../../organisation/server/public.ts'
import type { reporting } from '../contract.ts'
import { matches, type SumFilter, totals, unitCourseSums } from './sums.ts'

type Dashboard = z.infer<NonNullable<(typeof reporting.dashboard)['~orpc']['outputSchema']>>
type Summary = Dashboard['summary']

const weeksShown = 26

type Row = {
  unit: Dashboard['unit']
  ancestors: Dashboard['ancestors']
  office_count: number
  network_name: string
  network_office_count: number
  summary: Summary
  network: Summary
  courses: Dashboard['courses']
  weeks: Dashboard['weeks']
}

const peopleOf = (unit: 'here' | 'top', column = 'people') =>
  sql.raw(
    `coalesce((select ${column} from reporting_unit where unit_id = (select id from ${unit})), 0)`,
  )
const people = (unit: 'here' | 'top') =>
  sql`${peopleOf(unit)} as people, ${peopleOf(unit, 'trained')} as "peopleTrained"`

/** Everything the dashboard opens with, in one query over sums. Null when there is no such unit. */
export async function dashboardView(
  db: Db,
  input: SumFilter & { unitId: string; language: Language },
  asOf: string,
  readablePaths: readonly string[],
): Promise<Omit<Dashboard, 'asOf' | 'mayReadPeople'> | null> {
  const [row] = await db.execute<Row>(sql`
    with here as (select * from unit where id = ${input.unitId}),
    top as (select u.* from unit u, here where u.path = subpath(here.path, 0, 1)),
    below as (select u.id, u.is_office, u.closed_on from unit u, here where u.path <@ here.path),
    network_units as (select u.id, u.is_office, u.closed_on from unit u, top where u.path <@ top.path),
    course_sums as (${unitCourseSums(sql`select id from here`, asOf, { onlyRequired: input.onlyRequired })}),
    sums as (select * from course_sums where ${input.courseId ?? null}::text is null or course_id = ${input.courseId ?? null}),
    network_sums as (${unitCourseSums(sql`select id from top`, asOf, input)}),
    week_starts as (
      select (date_trunc('week', ${asOf}::date)::date - 7 * n) as week from generate_series(0, ${weeksShown - 1}::int) n
    ),
    week_sums as (
      select w.week, coalesce(sum(w.completed) filter (where w.unit_id = top.id), 0)::int as network_completed,
        coalesce(sum(w.completed) filter (where w.unit_id = here.id), 0)::int as completed
      from here, top, reporting_week w
      where w.unit_id in (here.id, top.id) and w.week >= (select min(week) from week_starts) and ${matches(sql`w`, input)}
      group by w.week
    )
    select
      (select json_build_object('unitId', id, 'name', name, 'kind', kind, 'municipalityType', municipality_type,
        'isNameShared', ${isNameSharedToday('here')}, 'isOffice', is_office,
        -- Sums follow a unit that was moved a moment later: until then more may work below than here.
        'ownPeople', greatest(0, ${peopleOf('here')} - (
          select coalesce(sum(r.people), 0) from unit child join reporting_unit r on r.unit_id = child.id
          where child.parent_id = here.id))) from here) as unit,
      coalesce((select json_agg(json_build_object('unitId', a.id, 'name', a.name, 'kind', a.kind, 'municipalityType', a.municipality_type,
        'isNameShared', ${isNameSharedToday('a')}) order by nlevel(a.path))
        from unit a, here where a.path @> here.path and a.id <> here.id
          and a.path <@ any(${pathArray(readablePaths)})), '[]') as ancestors,
      (select count(*)::int from below where is_office and closed_on is null) as office_count,
      (select name from top) as network_name,
      (select count(*)::int from network_units where is_office and closed_on is null) as network_office_count,
      (select row_to_json(x) from (select ${totals}, coalesce(sum(s.learned_minutes), 0)::int as "learnedMinutes",
        ${people('here')} from sums s) x) as summary,
      (select row_to_json(x) from (select ${totals}, coalesce(sum(s.learned_minutes), 0)::int as "learnedMinutes",
        ${people('top')} from network_sums s) x) as network,
      coalesce((select json_agg(x order by x.title) from (
        select s.course_id as "courseId", ${inLanguage(sql`c.title`, input.language)} as title, ${totals}
        from course_sums s join course c on c.id = s.course_id group by s.course_id, c.id) x), '[]') as courses,
      (select json_agg(json_build_object('week', ws.week, 'completed', coalesce(s.completed, 0),
          'networkCompleted', coalesce(s.network_completed, 0)) order by ws.week)
        from week_starts ws left join week_sums s on s.week = ws.week) as weeks
    from here`)
  if (!row) return null
  return {
    unit: row.unit,
    ancestors: row.ancestors,
    officeCount: row.office_count,
    summary: row.summary,
    network: { ...row.network, name: row.network_name, officeCount: row.network_office_count },
    courses: row.courses,
    weeks: row.weeks,
  }
}

import { sql } from 'drizzle-orm'
import type { Db } from '../../../server/db/connect.ts'
import { pathLabel } from '../../../server/ids.ts'

export type AnnualFigures = {
  peopleTrained: number
  people: number
  offices: number
  officesWithTrained: number
  completions: number
  learnedMinutes: number
  requiredDue: number
  requiredCompleted: number
}

/**
 * Figures of one calendar year for a unit and all below, as people worked and offices stood then: a completion counts
 * where the person worked on its day, wherever she is now, and where that unit stood on that day. `people` worked there
 * at some time of the year, so those trained are some of them. Offices are those open at some time in that year; an
 * office has trained people when somebody of its own, not of an office below it, completed a course. An open required
 * course counts where the person works on its due date, or today if that is still to come.
 */
export async function annualView(
  db: Db,
  unitId: string,
  year: number,
  { today, timeZone }: { today: string; timeZone: string },
): Promise<AnnualFigures | null> {
  const [from, until] = [`${year}-01-01`, `${year + 1}-01-01`]
  const inYear = (day: ReturnType<typeof sql>) =>
    sql`${day} >= ${from}::date and ${day} < ${until}::date`
  const overlapsYear = (row: 'b' | 'w') =>
    sql`${sql.raw(row)}.valid_from < least(${until}::date, ${today}::date + 1)
      and (${sql.raw(row)}.valid_to is null or ${sql.raw(row)}.valid_to > ${from}::date)`
  const [row] = await db.execute<AnnualFigures>(sql`
    with here as (select id from unit where id = ${unitId}),
    below as materialized (
      select unit_id, path, valid_from, valid_to from unit_placement
      where path ~ ${`*.${pathLabel(unitId)}.*`}::lquery
    ),
    offices as (
      select b.* from below b join unit u on u.id = b.unit_id and u.is_office where ${overlapsYear('b')}
    ),
    counted as (
      select e.person_id, e.course_version_id, e.required, e.due_on, c.completed_on,
        coalesce(c.completed_on, least(e.due_on, ${today}::date)) as counts_on
      from enrolment e,
        lateral (select (e.completed_at at time zone ${timeZone}::text)::date as completed_on) c
      where e.state in ('enrolled', 'started', 'completed')
        and (${inYear(sql`c.completed_on`)} or (e.required and ${inYear(sql`e.due_on`)}))
    ),
    placed as (
      select c.*, b.path from counted c
      join person_placement w on w.person_id = c.person_id
        and w.valid_from <= c.counts_on and (w.valid_to is null or w.valid_to > c.counts_on)
      join below b on b.unit_id = w.unit_id
        and b.valid_from <= c.counts_on and (b.valid_to is null or b.valid_to > c.counts_on)
    ),
    done as (select * from placed where ${inYear(sql`completed_on`)}),
    required as (select * from placed where required and ${inYear(sql`due_on`)}),
    reading as (select course_version_id, sum(minutes) as minutes from lesson group by 1)
    select
      (select count(distinct person_id)::int from done) as "peopleTrained",
      (select count(distinct w.person_id)::int from person_placement w join below b on b.unit_id = w.unit_id
        where ${overlapsYear('w')} and ${overlapsYear('b')} and (w.valid_to is null or w.valid_to > w.valid_from)
          and b.valid_from < coalesce(w.valid_to, 'infinity') and w.valid_from < coalesce(b.valid_to, 'infinity')) as people,
      (select count(distinct unit_id)::int from offices) as offices,
      (select count(distinct (
          select o.unit_id from offices o where o.path @> d.path
            and o.valid_from <= d.completed_on and (o.valid_to is null or o.valid_to > d.completed_on)
          order by nlevel(o.path) desc limit 1
        ))::int from (select distinct path, completed_on from done) d) as "officesWithTrained",
      (select count(*)::int from done) as completions,
      (select coalesce(sum(minutes), 0)::int from done join reading using (course_version_id)) as "learnedMinutes",
      (select count(*)::int from required) as "requiredDue",
      (select count(*)::int from required where completed_on is not null) as "requiredCompleted"
    from here`)
  return row ?? null
}

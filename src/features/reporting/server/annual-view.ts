import { sql } from 'drizzle-orm'
import type { Db } from '../../../server/db/connect.ts'

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
 * Figures of one calendar year for a unit and all below, as people stand today. Offices are those open at some time
 * in that year; an office has trained people when somebody of its own, not of an office below it, completed a course.
 */
export async function annualView(
  db: Db,
  unitId: string,
  year: number,
): Promise<AnnualFigures | null> {
  const [from, until] = [`${year}-01-01`, `${year + 1}-01-01`]
  const [row] = await db.execute<AnnualFigures>(sql`
    with here as (select path from unit where id = ${unitId}),
    below as (select u.id, u.path from unit u, here where u.path <@ here.path),
    offices as (
      select u.id, u.path from unit u, here where u.path <@ here.path and u.is_office
        and u.opened_on < ${until}::date and (u.closed_on is null or u.closed_on >= ${from}::date)
    ),
    counted as (select r.*, b.path from reporting_enrolment r join below b on b.id = r.unit_id),
    done as (select * from counted where completed_on >= ${from}::date and completed_on < ${until}::date)
    select
      (select count(distinct person_id)::int from done) as "peopleTrained",
      (select coalesce(sum(people), 0)::int from reporting_unit where unit_id in (select id from below)) as people,
      (select count(*)::int from offices) as offices,
      (select count(distinct (select o.id from offices o where o.path @> d.path order by nlevel(o.path) desc limit 1))::int
        from (select distinct path from done) d) as "officesWithTrained",
      (select count(*)::int from done) as completions,
      (select coalesce(sum(learned_minutes), 0)::int from done) as "learnedMinutes",
      (select count(*)::int from counted where required and due_on >= ${from}::date and due_on < ${until}::date) as "requiredDue",
      (select count(*)::int from counted where required and due_on >= ${from}::date and due_on < ${until}::date
        and state = 'completed') as "requiredCompleted"
    from here`)
  return row ?? null
}

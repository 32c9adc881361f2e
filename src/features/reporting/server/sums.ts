import { type SQL, sql } from 'drizzle-orm'

export type SumFilter = { courseId?: string | undefined; onlyRequired: boolean }

/**
 * One row a unit and course, with the sums of the unit and all below it: `unit_id, course_id, all, completed, on_the_way, overdue, not_begun, learned_minutes`.
 * @param units a subquery or list that gives unit ids
 * @param asOf civil date that decides what is overdue: due before it
 */
export const unitCourseSums = (units: SQL, asOf: string, filter: SumFilter) => sql`
  select c.unit_id, c.course_id,
    sum(c.enrolled + c.started + c.completed)::int as "all",
    sum(c.completed)::int as completed,
    (sum(c.started) - coalesce(sum(late.started), 0))::int as on_the_way,
    coalesce(sum(late.started + late.enrolled), 0)::int as overdue,
    (sum(c.enrolled) - coalesce(sum(late.enrolled), 0))::int as not_begun,
    sum(c.learned_minutes)::int as learned_minutes
  from reporting_course c
  left join lateral (
    select sum(d.enrolled)::int as enrolled, sum(d.started)::int as started from reporting_due d
    where d.unit_id = c.unit_id and d.course_id = c.course_id and d.required = c.required and d.due_on < ${asOf}::date
  ) late on true
  where c.unit_id in (${units}) and ${matches(sql`c`, filter)}
  group by c.unit_id, c.course_id`

export const matches = (table: SQL, { courseId, onlyRequired }: SumFilter) => sql`
  (${courseId ?? null}::text is null or ${table}.course_id = ${courseId ?? null})
  and (${onlyRequired}::boolean is false or ${table}.required)`

/** The four states and their total over rows of `unitCourseSums`, zero when there are none. */
export const totals = sql.raw(`
  coalesce(sum(s."all"), 0)::int as "all", coalesce(sum(s.completed), 0)::int as completed,
  coalesce(sum(s.on_the_way), 0)::int as "onTheWay", coalesce(sum(s.overdue), 0)::int as overdue,
  coalesce(sum(s.not_begun), 0)::int as "notBegun"`)

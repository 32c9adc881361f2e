import { type SQL, sql } from 'drizzle-orm'

export type SumFilter = { courseId?: string | undefined; onlyRequired: boolean }

/**
 * One row a unit and course, with the sums of the unit and all below it: `unit_id, course_id, all, completed,
 * on_the_way, overdue, not_begun, learned_minutes`.
 * @param units a subquery or list that gives unit ids
 * @param asOf civil date that decides what is overdue: due before it
 */
export const unitCourseSums = (units: SQL, asOf: string, filter: SumFilter) => sql`
  select unit_id, course_id, ${states}, sum(learned_minutes)::int as learned_minutes
  from (${counted(units, asOf, filter)}) counted group by unit_id, course_id`

/** One row a unit: `unit_id, all, completed, on_the_way, overdue, not_begun`. */
export const unitSums = (units: SQL, asOf: string, filter: SumFilter) => sql`
  select unit_id, ${states} from (${counted(units, asOf, filter)}) counted group by unit_id`

const states = sql.raw(`
  sum(enrolled + started + completed)::int as "all", sum(completed)::int as completed,
  sum(started - late_started)::int as on_the_way, sum(late_started + late_enrolled)::int as overdue,
  sum(enrolled - late_enrolled)::int as not_begun`)

const counted = (units: SQL, asOf: string, filter: SumFilter) => sql`
  select c.unit_id, c.course_id, c.enrolled, c.started, c.completed, c.learned_minutes,
    0 as late_enrolled, 0 as late_started
  from reporting_course c where c.unit_id in (${units}) and ${matches(sql`c`, filter)}
  union all
  select d.unit_id, d.course_id, 0, 0, 0, 0, d.enrolled, d.started
  from reporting_due d
  where d.unit_id in (${units}) and d.due_on < ${asOf}::date and ${matches(sql`d`, filter)}`

export const matches = (table: SQL, { courseId, onlyRequired }: SumFilter) => sql`
  (${courseId ?? null}::text is null or ${table}.course_id = ${courseId ?? null})
  and (${onlyRequired}::boolean is false or ${table}.required)`

/** The four states and their total over rows of `unitCourseSums`, zero when there are none. */
export const totals = sql.raw(`
  coalesce(sum(s."all"), 0)::int as "all", coalesce(sum(s.completed), 0)::int as completed,
  coalesce(sum(s.on_the_way), 0)::int as "onTheWay", coalesce(sum(s.overdue), 0)::int as overdue,
  coalesce(sum(s.not_begun), 0)::int as "notBegun"`)

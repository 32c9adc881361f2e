import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../server/db/connect.ts'

/** Adds what stands in `reporting_delta` to the sums of its units and of all above them. */
export async function addEnrolmentDeltas(tx: Tx): Promise<void> {
  await rememberPaths(tx, sql`reporting_delta`)
  await tx.execute(sql`
    insert into reporting_course (unit_id, course_id, required, enrolled, started, completed, learned_minutes)
    ${upwards(['course_id', 'required'], ['enrolled', 'started', 'completed', 'learned_minutes'])}
    from (
      select unit_id, course_id, required,
        coalesce(sum(sign) filter (where state = 'enrolled'), 0) as enrolled,
        coalesce(sum(sign) filter (where state = 'started'), 0) as started,
        coalesce(sum(sign) filter (where state = 'completed'), 0) as completed,
        sum(sign * learned_minutes) as learned_minutes
      from reporting_delta group by 1, 2, 3
    ) own ${above} group by 1, 2, 3
    on conflict (unit_id, course_id, required) do update set
      enrolled = reporting_course.enrolled + excluded.enrolled,
      started = reporting_course.started + excluded.started,
      completed = reporting_course.completed + excluded.completed,
      learned_minutes = reporting_course.learned_minutes + excluded.learned_minutes`)
  await tx.execute(sql`
    insert into reporting_due (unit_id, course_id, required, due_on, enrolled, started)
    ${upwards(['course_id', 'required', 'due_on'], ['enrolled', 'started'])}
    from (
      select unit_id, course_id, required, due_on,
        coalesce(sum(sign) filter (where state = 'enrolled'), 0) as enrolled,
        coalesce(sum(sign) filter (where state = 'started'), 0) as started
      from reporting_delta where due_on is not null and state <> 'completed' group by 1, 2, 3, 4
    ) own ${above} group by 1, 2, 3, 4
    on conflict (unit_id, course_id, required, due_on) do update set
      enrolled = reporting_due.enrolled + excluded.enrolled,
      started = reporting_due.started + excluded.started`)
  await tx.execute(sql`
    insert into reporting_week (unit_id, course_id, required, week, completed)
    ${upwards(['course_id', 'required', 'week'], ['completed'])}
    from (
      select unit_id, course_id, required, date_trunc('week', completed_on)::date as week, sum(sign) as completed
      from reporting_delta where completed_on is not null group by 1, 2, 3, 4
    ) own ${above} group by 1, 2, 3, 4
    on conflict (unit_id, week, course_id, required) do update set
      completed = reporting_week.completed + excluded.completed`)
  await dropZeros(tx)
}

/** Adds what stands in `reporting_people_delta` likewise. */
export async function addPeopleDeltas(tx: Tx): Promise<void> {
  await rememberPaths(tx, sql`reporting_people_delta`)
  await tx.execute(sql`
    insert into reporting_unit (unit_id, people, trained)
    select above.unit_id, sum(own.people), sum(own.trained)
    from (
      select unit_id, sum(sign) as people, coalesce(sum(sign) filter (where trained), 0) as trained
      from reporting_people_delta group by 1
    ) own ${above} group by 1
    on conflict (unit_id) do update set
      people = reporting_unit.people + excluded.people, trained = reporting_unit.trained + excluded.trained`)
  await tx.execute(sql`
    delete from reporting_unit where unit_id in (${touched(sql`reporting_people_delta`)}) and people = 0`)
}

/** A unit that counts for the first time does so on the path it has now; `recountMovedUnits` changes it later. */
const rememberPaths = (tx: Tx, delta: SQL) =>
  tx.execute(sql`
    insert into reporting_path select id, path from unit where id in (select unit_id from ${delta})
    on conflict do nothing`)

const above = sql`
  join reporting_path p on p.unit_id = own.unit_id cross join lateral units_on_path(p.path) above (unit_id)`

/** `select` of the unit above, the keys of its sums and what is summed. */
const upwards = (keys: readonly string[], sums: readonly string[]): SQL =>
  sql.raw(
    `select above.unit_id, ${[...keys.map((key) => `own.${key}`), ...sums.map((each) => `sum(own.${each})`)].join(', ')}`,
  )

/** A row that counts nothing any more goes, so that sums stay as few as what they count. */
async function dropZeros(tx: Tx): Promise<void> {
  const units = touched(sql`reporting_delta`)
  await tx.execute(sql`
    delete from reporting_course where unit_id in (${units}) and enrolled = 0 and started = 0 and completed = 0`)
  await tx.execute(
    sql`delete from reporting_due where unit_id in (${units}) and enrolled = 0 and started = 0`,
  )
  await tx.execute(sql`delete from reporting_week where unit_id in (${units}) and completed = 0`)
}

const touched = (delta: SQL) => sql`
  select distinct above.unit_id from (select distinct unit_id from ${delta}) own ${above}`

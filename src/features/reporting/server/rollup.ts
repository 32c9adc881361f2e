import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../server/db/connect.ts'
import { idList } from '../../../server/db/sql.ts'

/**
 * What each enrolment counts for now. Withdrawn, released and inactive people's enrolments count for nothing.
 * @param timeZone that of the installation, in whose civil dates completions are counted
 */
const contributions = (where: SQL, timeZone: string) => sql`
  select e.id as enrolment_id, e.person_id, p.unit_id, e.course_id, e.required, e.state, e.due_on,
    (e.completed_at at time zone ${timeZone}::text)::date as completed_on,
    coalesce((
      select sum(l.minutes) from lesson_progress lp
      join lesson l on l.course_version_id = e.course_version_id and l.lesson_key = lp.lesson_key
      where lp.enrolment_id = e.id and lp.completed_at is not null
    ), 0)::int as learned_minutes
  from enrolment e join person p on p.id = e.person_id and p.active
  where e.state in ('enrolled', 'started', 'completed') and ${where}`

/** Brings the sums up to date with these enrolments: takes their old contributions back, adds the new ones. */
export async function recountEnrolments(
  tx: Tx,
  enrolmentIds: readonly string[],
  timeZone: string,
): Promise<void> {
  if (enrolmentIds.length === 0) return
  const named = (column: SQL) => sql`${column} in ${idList(enrolmentIds)}`
  await tx.execute(sql`
    create temporary table reporting_delta on commit drop as
    with taken as (
      delete from reporting_enrolment where ${named(sql`enrolment_id`)} returning *
    ), counted as (
      ${contributions(named(sql`e.id`), timeZone)}
    )
    select taken.*, -1 as sign from taken union all select counted.*, 1 from counted`)
  await tx.execute(sql`
    insert into reporting_enrolment
    select enrolment_id, person_id, unit_id, course_id, required, state, due_on, completed_on, learned_minutes
    from reporting_delta where sign = 1`)
  await addDeltas(tx)
  await dropZeros(tx)
  await tx.execute(sql`drop table reporting_delta`)
}

async function addDeltas(tx: Tx): Promise<void> {
  await tx.execute(sql`
    insert into reporting_course (unit_id, course_id, required, enrolled, started, completed, learned_minutes)
    select unit_id, course_id, required,
      coalesce(sum(sign) filter (where state = 'enrolled'), 0),
      coalesce(sum(sign) filter (where state = 'started'), 0),
      coalesce(sum(sign) filter (where state = 'completed'), 0),
      sum(sign * learned_minutes)
    from reporting_delta group by 1, 2, 3
    on conflict (unit_id, course_id, required) do update set
      enrolled = reporting_course.enrolled + excluded.enrolled,
      started = reporting_course.started + excluded.started,
      completed = reporting_course.completed + excluded.completed,
      learned_minutes = reporting_course.learned_minutes + excluded.learned_minutes`)
  await tx.execute(sql`
    insert into reporting_due (unit_id, course_id, required, due_on, enrolled, started)
    select unit_id, course_id, required, due_on,
      coalesce(sum(sign) filter (where state = 'enrolled'), 0),
      coalesce(sum(sign) filter (where state = 'started'), 0)
    from reporting_delta where due_on is not null and state <> 'completed' group by 1, 2, 3, 4
    on conflict (unit_id, course_id, required, due_on) do update set
      enrolled = reporting_due.enrolled + excluded.enrolled,
      started = reporting_due.started + excluded.started`)
  await tx.execute(sql`
    insert into reporting_week (unit_id, course_id, required, week, completed)
    select unit_id, course_id, required, date_trunc('week', completed_on)::date, sum(sign)
    from reporting_delta where completed_on is not null group by 1, 2, 3, 4
    on conflict (unit_id, week, course_id, required) do update set
      completed = reporting_week.completed + excluded.completed`)
}

/** A row that counts nothing any more goes, so that sums stay as few as what they count. */
async function dropZeros(tx: Tx): Promise<void> {
  await tx.execute(sql`
    delete from reporting_course r using reporting_delta d
    where r.unit_id = d.unit_id and r.course_id = d.course_id and r.required = d.required
      and r.enrolled = 0 and r.started = 0 and r.completed = 0`)
  await tx.execute(sql`
    delete from reporting_due r using reporting_delta d
    where r.unit_id = d.unit_id and r.course_id = d.course_id and r.required = d.required and r.due_on = d.due_on
      and r.enrolled = 0 and r.started = 0`)
  await tx.execute(sql`
    delete from reporting_week r using reporting_delta d
    where r.unit_id = d.unit_id and r.course_id = d.course_id and r.required = d.required
      and r.week = date_trunc('week', d.completed_on)::date and r.completed = 0`)
}

/** Brings head counts and people trained up to date with these people. */
export async function recountPeople(tx: Tx, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const ids = idList(personIds)
  await tx.execute(sql`
    create temporary table reporting_people_delta on commit drop as
    with taken as (
      delete from reporting_person where person_id in ${ids} returning *
    ), counted as (
      select p.id as person_id, p.unit_id,
        exists (select 1 from enrolment e where e.person_id = p.id and e.state = 'completed') as trained
      from person p where p.active and p.id in ${ids}
    )
    select taken.*, -1 as sign from taken union all select counted.*, 1 from counted`)
  await tx.execute(sql`
    insert into reporting_person select person_id, unit_id, trained from reporting_people_delta where sign = 1`)
  await tx.execute(sql`
    insert into reporting_unit (unit_id, people, trained)
    select unit_id, sum(sign), coalesce(sum(sign) filter (where trained), 0) from reporting_people_delta group by 1
    on conflict (unit_id) do update set
      people = reporting_unit.people + excluded.people, trained = reporting_unit.trained + excluded.trained`)
  await tx.execute(sql`
    delete from reporting_unit r using reporting_people_delta d where r.unit_id = d.unit_id and r.people = 0`)
  await tx.execute(sql`drop table reporting_people_delta`)
}

/** Throws all sums away and counts everything anew, in one transaction. */
export async function rebuildRollups(tx: Tx, timeZone: string): Promise<void> {
  await tx.execute(sql`
    truncate reporting_enrolment, reporting_course, reporting_due, reporting_week, reporting_person, reporting_unit`)
  await tx.execute(sql`create temporary table reporting_delta on commit drop as
    select counted.*, 1 as sign from (${contributions(sql`true`, timeZone)}) counted`)
  await tx.execute(sql`
    insert into reporting_enrolment
    select enrolment_id, person_id, unit_id, course_id, required, state, due_on, completed_on, learned_minutes
    from reporting_delta`)
  await addDeltas(tx)
  await tx.execute(sql`drop table reporting_delta`)
  await tx.execute(sql`
    insert into reporting_person
    select p.id, p.unit_id, exists (select 1 from enrolment e where e.person_id = p.id and e.state = 'completed')
    from person p where p.active`)
  await tx.execute(sql`
    insert into reporting_unit
    select unit_id, count(*), count(*) filter (where trained) from reporting_person group by 1`)
}

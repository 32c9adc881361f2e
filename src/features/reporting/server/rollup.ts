import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../server/db/connect.ts'
import { idList } from '../../../server/db/sql.ts'
import { addEnrolmentDeltas, addPeopleDeltas } from './rollup-deltas.ts'

/**
 * What each enrolment counts for now. Withdrawn, released and inactive people's enrolments count for nothing.
 * @param timeZone that of the installation, in whose civil dates completions are counted
 */
const contributions = (timeZone: string, named: (enrolmentId: SQL) => SQL) => sql`
  select e.id as enrolment_id, e.person_id, p.unit_id, e.course_id, e.required, e.state, e.due_on,
    (e.completed_at at time zone ${timeZone}::text)::date as completed_on,
    coalesce(learned.minutes, 0)::int as learned_minutes
  from enrolment e
  join person p on p.id = e.person_id and p.active
  left join (
    select lp.enrolment_id, sum(l.minutes) as minutes
    from lesson_progress lp
    join enrolment le on le.id = lp.enrolment_id
    join lesson l on l.course_version_id = le.course_version_id and l.lesson_key = lp.lesson_key
    where lp.completed_at is not null and ${named(sql`lp.enrolment_id`)}
    group by lp.enrolment_id
  ) learned on learned.enrolment_id = e.id
  where e.state in ('enrolled', 'started', 'completed') and ${named(sql`e.id`)}`

const columns = sql`enrolment_id, person_id, unit_id, course_id, required, state, due_on, completed_on, learned_minutes`

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
      delete from reporting_enrolment where ${named(sql`enrolment_id`)} returning ${columns}
    ), counted as (
      ${contributions(timeZone, named)}
    )
    select taken.*, -1 as sign from taken union all select counted.*, 1 from counted`)
  await tx.execute(sql`
    insert into reporting_enrolment select ${columns} from reporting_delta where sign = 1`)
  await addEnrolmentDeltas(tx)
  await tx.execute(sql`drop table reporting_delta`)
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
      select p.id as person_id, p.unit_id, ${isTrained} as trained
      from person p where p.active and p.id in ${ids}
    )
    select taken.*, -1 as sign from taken union all select counted.*, 1 from counted`)
  await tx.execute(sql`
    insert into reporting_person select person_id, unit_id, trained from reporting_people_delta where sign = 1`)
  await addPeopleDeltas(tx)
  await tx.execute(sql`drop table reporting_people_delta`)
}

const isTrained = sql`exists (select from enrolment e where e.person_id = p.id and e.state = 'completed')`

/** Carries the sums of units whose place in the tree changed from the units that were above them to those that are now. */
export async function recountMovedUnits(tx: Tx): Promise<void> {
  await tx.execute(sql`
    create temporary table reporting_moved on commit drop as
    select u.id, u.path from reporting_path p join unit u on u.id = p.unit_id where u.path <> p.path`)
  const moved = sql`(select id from reporting_moved)`
  await tx.execute(sql`
    create temporary table reporting_delta on commit drop as
    select ${columns}, -1 as sign from reporting_enrolment where unit_id in ${moved}`)
  await tx.execute(sql`
    create temporary table reporting_people_delta on commit drop as
    select person_id, unit_id, trained, -1 as sign from reporting_person where unit_id in ${moved}`)
  await addEnrolmentDeltas(tx)
  await addPeopleDeltas(tx)
  await tx.execute(sql`
    update reporting_path p set path = m.path from reporting_moved m where m.id = p.unit_id`)
  await tx.execute(sql`update reporting_delta set sign = 1`)
  await tx.execute(sql`update reporting_people_delta set sign = 1`)
  await addEnrolmentDeltas(tx)
  await addPeopleDeltas(tx)
  await tx.execute(sql`drop table reporting_moved, reporting_delta, reporting_people_delta`)
}

/** Throws all sums away and counts everything anew, in one transaction. */
export async function rebuildRollups(tx: Tx, timeZone: string): Promise<void> {
  // Everything is joined with everything once: better in memory than by index, row by row.
  await tx.execute(sql`set local work_mem = '256MB'`)
  await tx.execute(sql`
    truncate reporting_enrolment, reporting_course, reporting_due, reporting_week, reporting_person,
      reporting_unit, reporting_path`)
  await tx.execute(sql`insert into reporting_path select id, path from unit`)
  await tx.execute(sql`
    create temporary table reporting_delta on commit drop as
    select counted.*, 1 as sign from (${contributions(timeZone, () => sql`true`)}) counted`)
  await tx.execute(sql`insert into reporting_enrolment select ${columns} from reporting_delta`)
  await tx.execute(sql`
    create temporary table reporting_people_delta on commit drop as
    select p.id as person_id, p.unit_id, ${isTrained} as trained, 1 as sign from person p where p.active`)
  await tx.execute(
    sql`insert into reporting_person select person_id, unit_id, trained from reporting_people_delta`,
  )
  await addEnrolmentDeltas(tx)
  await addPeopleDeltas(tx)
  await tx.execute(sql`drop table reporting_delta, reporting_people_delta`)
}

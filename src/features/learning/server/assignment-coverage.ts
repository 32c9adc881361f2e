import { sql } from 'drizzle-orm'
import type { Tx } from '../../../server/db/connect.ts'
import { idList } from '../../../server/db/sql.ts'

/** Whom to look at: everyone an assignment covers, or some people. */
export type Reach = { assignmentId: string } | { personIds: readonly string[] }

/** One row a person and course she has to take; the assignment is the one with the earliest due date. */
export type CoverageRow = {
  assignment_id: string
  course_id: string
  due_on: string | null
  due_days_after_joining: number | null
  created_on: string
  person_id: string
  joined_on: string
  enrolment_id: string | null
  is_open: boolean
  enrolment_due_on: string | null
  held_by_assignment_id: string | null
}

/**
 * What the assignments in force ask of the people, and what enrolment they have. People whom somebody
 * released from an assignment by hand are left out: it would only come back.
 */
export async function coverage(tx: Tx, reach: Reach): Promise<CoverageRow[]> {
  const people =
    'assignmentId' in reach
      ? sql`a.id = ${reach.assignmentId}`
      : sql`p.id in ${idList(reach.personIds)}`
  const rows = await tx.execute<CoverageRow>(sql`
    select distinct on (p.id, a.course_id)
      a.id as assignment_id, a.course_id, a.due_on::text as due_on, a.due_days_after_joining,
      a.created_at::date::text as created_on, p.id as person_id,
      coalesce(pp.valid_from, a.created_at::date)::text as joined_on,
      e.id as enrolment_id, coalesce(e.state in ('enrolled', 'started'), false) as is_open,
      e.due_on::text as enrolment_due_on, e.assignment_id as held_by_assignment_id
    from assignment a
    join unit au on au.id = a.unit_id
    join unit pu on pu.path <@ au.path
    join person p on p.unit_id = pu.id and p.active
      and (a.job_role is null or a.job_role = p.job_role)
    left join person_placement pp on pp.person_id = p.id and pp.valid_to is null
    left join enrolment e on e.person_id = p.id and e.course_id = a.course_id
      and e.state in ('enrolled', 'started', 'completed')
    where a.ended_at is null and ${people}
      and not exists (
        select from enrolment freed join enrolment_event ev on ev.enrolment_id = freed.id
        where freed.person_id = p.id and freed.assignment_id = a.id and freed.state = 'released'
          and ev.type = 'released' and ev.actor_id is not null)
    order by p.id, a.course_id, a.due_on nulls last, a.id`)
  return [...rows]
}

/** How many people an assignment would cover, and how many of them have the course already. */
export async function countCoverage(
  tx: Pick<Tx, 'execute'>,
  target: { courseId: string; unitId: string; jobRole: string | null },
) {
  const [counts] = await tx.execute<{ people: number; enrolled: number; completed: number }>(sql`
    select count(*)::int as people,
      count(*) filter (where e.state in ('enrolled', 'started'))::int as enrolled,
      count(*) filter (where e.state = 'completed')::int as completed
    from unit au
    join unit pu on pu.path <@ au.path
    join person p on p.unit_id = pu.id and p.active
    left join enrolment e on e.person_id = p.id and e.course_id = ${target.courseId}
      and e.state in ('enrolled', 'started', 'completed')
    where au.id = ${target.unitId} and (${target.jobRole}::text is null or p.job_role = ${target.jobRole})`)
  return {
    people: counts?.people ?? 0,
    alreadyEnrolled: counts?.enrolled ?? 0,
    alreadyCompleted: counts?.completed ?? 0,
  }
}

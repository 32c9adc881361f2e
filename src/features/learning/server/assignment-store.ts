import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../../server/db/connect.ts'
import { idList } from '../../../server/db/sql.ts'
import { dueDateFor } from '../model/assignment-reach.ts'
import { type CoverageRow, coverage, type Reach } from './assignment-coverage.ts'
import { currentVersionOf } from './course-facts.ts'
import { type Act, type LoggedChange, logChanges } from './enrolment-log.ts'
import { enrolPeople } from './enrolment-store.ts'
import { assignment } from './schema.ts'

export type Effect = { enrolledPeople: number; changedPeople: number }

/**
 * Makes enrolments say what the assignments in force say, for the people of `reach`: who is covered and
 * not on the course is enrolled; who is on it of her own will now has to take it. Doing it again changes nothing.
 */
export async function applyAssignments(tx: Tx, act: Act, reach: Reach): Promise<Effect> {
  const covered = await coverage(tx, reach)
  const effect = { enrolledPeople: 0, changedPeople: 0 }
  for (const [courseId, rows] of Map.groupBy(covered, (row) => row.course_id)) {
    const wanted = rows.map((row) => ({ row, dueOn: dueDateOf(row) }))
    const course = await currentVersionOf(tx, courseId)
    if (course) {
      const fresh = wanted.filter(({ row }) => row.enrolment_id === null)
      const created = await enrolPeople(
        tx,
        act,
        course,
        fresh.map(({ row, dueOn }) => ({
          personId: row.person_id,
          origin: 'assignment',
          assignmentId: row.assignment_id,
          required: true,
          dueOn,
        })),
      )
      effect.enrolledPeople += created.length
    }
    effect.changedPeople += await makeRequired(tx, act, courseId, wanted)
  }
  return effect
}

/** Open enrolments that no assignment covers yet become required by the one that does now. */
async function makeRequired(
  tx: Tx,
  act: Act,
  courseId: string,
  wanted: readonly { row: CoverageRow; dueOn: string | null }[],
): Promise<number> {
  const targets = wanted
    .filter(({ row }) => row.is_open && row.held_by_assignment_id === null)
    .map(({ row, dueOn }) => ({
      enrolment_id: row.enrolment_id,
      assignment_id: row.assignment_id,
      due_on: earlier(row.enrolment_due_on, dueOn),
    }))
  if (targets.length === 0) return 0
  const changed = await tx.execute<{ id: string; person_id: string; due_on: string | null }>(sql`
    update enrolment e set assignment_id = wanted.assignment_id, required = true, due_on = wanted.due_on
    from jsonb_to_recordset(${JSON.stringify(targets)}::text::jsonb)
      as wanted(enrolment_id uuid, assignment_id uuid, due_on date)
    where e.id = wanted.enrolment_id and e.state in ('enrolled', 'started') and e.assignment_id is null
    returning e.id, e.person_id, e.due_on::text`)
  const changes = changed.map(
    ({ id, person_id, due_on }): LoggedChange => ({
      enrolment: { id, personId: person_id, courseId },
      change: 'due-changed',
      detail: { to: due_on, required: true },
    }),
  )
  await logChanges(tx, act, changes)
  return changes.length
}

/**
 * Lets go of open enrolments whose assignment has ended or covers the person no longer. Who came to the
 * course by it is released; who had chosen the course herself keeps it, of her own will again.
 * Returns how many people it touched.
 */
export async function releaseUncovered(tx: Tx, act: Act, reach: Reach): Promise<number> {
  const gone = await tx.execute<{
    id: string
    person_id: string
    course_id: string
    origin: string
  }>(sql`
    with uncovered as (
      select e.id from enrolment e
      join assignment a on a.id = e.assignment_id
      join person p on p.id = e.person_id
      join unit pu on pu.id = p.unit_id
      join unit au on au.id = a.unit_id
      where e.state in ('enrolled', 'started') and ${reachCondition(reach)}
        and not (a.ended_at is null and p.active and pu.path <@ au.path
          and (a.job_role is null or a.job_role = p.job_role))
      for update of e
    )
    update enrolment e set
      state = case when e.origin = 'assignment' then 'released' else e.state end,
      ended_at = case when e.origin = 'assignment' then ${act.at.toISOString()}::timestamptz end,
      assignment_id = case when e.origin = 'assignment' then e.assignment_id end,
      required = e.origin = 'assignment' and e.required,
      due_on = case when e.origin = 'assignment' then e.due_on end
    from uncovered where e.id = uncovered.id
    returning e.id, e.person_id, e.course_id, e.origin`)
  await logChanges(
    tx,
    // Nobody released these people by hand: they may get the course again.
    { at: act.at, actorId: null },
    gone.map(({ id, person_id, course_id, origin }) => ({
      enrolment: { id, personId: person_id, courseId: course_id },
      change: origin === 'assignment' ? 'released' : 'due-changed',
      detail: { to: null, endedBy: act.actorId },
    })),
  )
  return gone.length
}

const reachCondition = (reach: Reach) =>
  'assignmentId' in reach
    ? sql`e.assignment_id = ${reach.assignmentId}`
    : sql`e.person_id in ${idList(reach.personIds)}`

/** The assignment in force with the same target, if there is one. */
export async function findSameAssignment(
  tx: Tx,
  target: { courseId: string; unitId: string; jobRole: string | null },
) {
  const [same] = await tx
    .select({ id: assignment.id })
    .from(assignment)
    .where(
      and(
        eq(assignment.courseId, target.courseId),
        eq(assignment.unitId, target.unitId),
        target.jobRole === null
          ? isNull(assignment.jobRole)
          : eq(assignment.jobRole, target.jobRole),
        isNull(assignment.endedAt),
      ),
    )
  return same
}

const dueDateOf = (row: CoverageRow) =>
  dueDateFor(
    {
      createdOn: row.created_on,
      dueOn: row.due_on,
      dueDaysAfterJoining: row.due_days_after_joining,
    },
    row.joined_on,
  )

const earlier = (one: string | null, other: string | null) =>
  one === null || (other !== null && other < one) ? other : one

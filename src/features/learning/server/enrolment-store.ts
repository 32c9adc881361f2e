import { and, eq, inArray } from 'drizzle-orm'
import type { Db, Tx } from '../../../server/db/connect.ts'
import { newId } from '../../../server/ids.ts'
import { canBecome } from '../model/enrolment-state.ts'
import { carryWorkOver } from './carry-work-over.ts'
import { type Act, logChanges } from './enrolment-log.ts'
import { type EnrolmentRow, enrolment } from './schema.ts'

export type NewEnrolment = Pick<EnrolmentRow, 'personId' | 'origin'> &
  Partial<Pick<EnrolmentRow, 'assignmentId' | 'groupId' | 'required' | 'dueOn'>>
export type CourseToTake = { courseId: string; courseVersionId: string; lessonsTotal: number }

/** The enrolment locked until the transaction ends; undefined when there is none. */
export async function lockEnrolment(tx: Tx, id: string): Promise<EnrolmentRow | undefined> {
  const [row] = await tx.select().from(enrolment).where(eq(enrolment.id, id)).for('update')
  return row
}

/** The person's open or completed enrolment on the course. */
export async function currentEnrolment(
  db: Db,
  personId: string,
  courseId: string,
): Promise<EnrolmentRow | undefined> {
  const [row] = await db
    .select()
    .from(enrolment)
    .where(
      and(
        eq(enrolment.personId, personId),
        eq(enrolment.courseId, courseId),
        inArray(enrolment.state, ['enrolled', 'started', 'completed']),
      ),
    )
  return row
}

/**
 * Enrols people who have no open or completed enrolment on the course; leaves the others as they are.
 * What somebody did on the same version before she left it is kept.
 * Returns the new enrolments only, in no order.
 */
export async function enrolPeople(
  tx: Tx,
  act: Act,
  course: CourseToTake,
  people: readonly NewEnrolment[],
): Promise<EnrolmentRow[]> {
  const created: EnrolmentRow[] = []
  for (let from = 0; from < people.length; from += 3000) {
    const rows = people.slice(from, from + 3000).map((person) => ({
      ...person,
      ...course,
      id: newId(),
      state: 'enrolled' as const,
      enrolledAt: act.at,
    }))
    created.push(...(await tx.insert(enrolment).values(rows).onConflictDoNothing().returning()))
  }
  await logChanges(
    tx,
    act,
    created.map((each) => ({ enrolment: each, change: 'enrolled', detail: { by: each.origin } })),
  )
  return carryWorkOver(tx, act, created)
}

/** Ends an open enrolment; false when it was not open. Audit is the caller's. */
export async function endEnrolment(
  tx: Tx,
  act: Act,
  row: EnrolmentRow,
  state: 'withdrawn' | 'released',
  detail: Record<string, unknown> = {},
): Promise<boolean> {
  if (!canBecome(row.state, state)) return false
  await tx.update(enrolment).set({ state, endedAt: act.at }).where(eq(enrolment.id, row.id))
  await logChanges(tx, act, [{ enrolment: row, change: state, detail }])
  return true
}

/** Sets the due date of an open enrolment; false when nothing changed. Audit is the caller's. */
export async function changeDueDate(
  tx: Tx,
  act: Act,
  row: EnrolmentRow,
  due: { dueOn: string | null; required: boolean },
): Promise<boolean> {
  const isOpen = row.state === 'enrolled' || row.state === 'started'
  if (!isOpen || (row.dueOn === due.dueOn && row.required === due.required)) return false
  await tx.update(enrolment).set(due).where(eq(enrolment.id, row.id))
  const detail = { from: row.dueOn, to: due.dueOn }
  await logChanges(tx, act, [{ enrolment: row, change: 'due-changed', detail }])
  return true
}

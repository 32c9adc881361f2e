import { and, eq, isNotNull } from 'drizzle-orm'
import type { Db, Tx } from '../../../server/db/connect.ts'
import { isComplete } from '../model/completion.ts'
import { isOpen } from '../model/enrolment-state.ts'
import { type CourseVersionFacts, courseVersionFacts } from './course-facts.ts'
import { type Act, logChanges } from './enrolment-log.ts'
import { lockEnrolment } from './enrolment-store.ts'
import { type EnrolmentRow, enrolment, lessonProgress } from './schema.ts'

/** Completes the enrolment when the course's rule is met; true when this made it complete. */
export async function completeIfDone(tx: Tx, act: Act, enrolmentId: string): Promise<boolean> {
  const row = await lockEnrolment(tx, enrolmentId)
  if (!row || !isOpen(row.state)) return false
  const facts = await courseVersionFacts(tx, row.courseVersionId)
  return completeLocked(tx, act, row, facts, await completedLessons(tx, row.id))
}

/** The same for a row locked already, as it now stands. */
export async function completeLocked(
  tx: Tx,
  act: Act,
  row: EnrolmentRow,
  facts: CourseVersionFacts,
  completedLessonKeys: ReadonlySet<string>,
): Promise<boolean> {
  if (!isOpen(row.state)) return false
  const lessonKeys = facts.lessons.map(({ key }) => key)
  const work = { lessonKeys, completedLessonKeys, quizPassedAt: row.quizPassedAt }
  if (!isComplete(facts.completion, work)) return false
  await tx
    .update(enrolment)
    .set({ state: 'completed', completedAt: act.at, startedAt: row.startedAt ?? act.at })
    .where(eq(enrolment.id, row.id))
  await logChanges(tx, act, [{ enrolment: row, change: 'completed' }])
  return true
}

/** Keys of the lessons done, of whatever version. */
export async function completedLessons(db: Db, enrolmentId: string): Promise<Set<string>> {
  const rows = await db
    .select({ key: lessonProgress.lessonKey })
    .from(lessonProgress)
    .where(and(eq(lessonProgress.enrolmentId, enrolmentId), isNotNull(lessonProgress.completedAt)))
  return new Set(rows.map(({ key }) => key))
}

import { and, eq, inArray, notInArray } from 'drizzle-orm'
import type { CourseVersionId } from '../../../contract/primitives.ts'
import type { Tx } from '../../../server/db/connect.ts'
import { lessonsCarriedOver } from '../model/carry-over.ts'
import { completedLessons, completeIfDone } from './complete.ts'
import { courseVersionFacts, currentVersionOf } from './course-facts.ts'
import { type Act, logChanges } from './enrolment-log.ts'
import { lessonsCounted } from './lesson-store.ts'
import { type EnrolmentRow, enrolment, lessonProgress } from './schema.ts'

export type Switched =
  | { outcome: 'not-offered'; offered: CourseVersionId | null }
  | { outcome: 'switched'; lessonsCarriedOver: number; lessonsTotal: number }

/**
 * Moves an open enrolment to the current version. Lessons whose text is the same there stay done; the others
 * are to be read again, and what was ticked in them stays. A passed quiz stays passed only if no lesson changed.
 */
export async function switchVersion(
  tx: Tx,
  act: Act,
  row: EnrolmentRow,
  courseVersionId: string,
): Promise<Switched> {
  const current = await currentVersionOf(tx, row.courseId)
  const offered =
    current && current.courseVersionId !== row.courseVersionId ? current.courseVersionId : null
  if (offered === null || offered !== courseVersionId) return { outcome: 'not-offered', offered }

  const from = await courseVersionFacts(tx, row.courseVersionId)
  const to = await courseVersionFacts(tx, offered)
  const carried = lessonsCarriedOver(from.lessons, to.lessons, await completedLessons(tx, row.id))
  const everyLesson = new Set(to.lessons.map(({ key }) => key))
  const isSameText =
    lessonsCarriedOver(from.lessons, to.lessons, everyLesson).length === everyLesson.size
  await tx
    .update(lessonProgress)
    .set({ completedAt: null })
    .where(
      and(
        eq(lessonProgress.enrolmentId, row.id),
        inArray(lessonProgress.lessonKey, [...everyLesson]),
        carried.length > 0 ? notInArray(lessonProgress.lessonKey, carried) : undefined,
      ),
    )
  await tx
    .update(enrolment)
    .set({
      courseVersionId: offered,
      lessonsTotal: to.lessons.length,
      lessonsDone: carried.length,
      ...lessonsCounted(row.id, offered),
      ...(isSameText ? {} : { quizPassedAt: null, quizBestShare: null }),
      ...(row.lastLessonKey && everyLesson.has(row.lastLessonKey)
        ? {}
        : { lastLessonKey: null, lastPosition: null }),
    })
    .where(eq(enrolment.id, row.id))
  await logChanges(tx, act, [
    {
      enrolment: row,
      change: 'version-changed',
      detail: { from: row.courseVersionId, to: offered, carriedOver: carried },
    },
  ])
  await completeIfDone(tx, act, row.id)
  return {
    outcome: 'switched',
    lessonsCarriedOver: carried.length,
    lessonsTotal: to.lessons.length,
  }
}

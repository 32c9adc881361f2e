import { eq } from 'drizzle-orm'
import type { Tx } from '../../../server/db/connect.ts'
import { isOpen } from '../model/enrolment-state.ts'
import type { LessonSave } from '../model/lesson-save.ts'
import { isLater, latestOf, mergeSave, plausibleTime, type Stamp } from '../model/merge-saves.ts'
import { completedLessons, completeLocked } from './complete.ts'
import { courseVersionFacts } from './course-facts.ts'
import { type Act, type LoggedChange, logChanges } from './enrolment-log.ts'
import { lockEnrolment } from './enrolment-store.ts'
import { lessonsCounted, readLessonStates, writeLessonState } from './lesson-store.ts'
import { type EnrolmentRow, enrolment, progressReceipt } from './schema.ts'

/**
 * Takes saves of the learner's browser: each counts once, in any order. Saves for lessons the version
 * does not have are acknowledged and forgotten: they were made before a change of version.
 * An ended enrolment still keeps the work, and stays ended. Returns the enrolment as it now stands.
 */
export async function saveProgress(
  tx: Tx,
  act: Act,
  enrolmentId: string,
  saves: readonly LessonSave[],
): Promise<EnrolmentRow | undefined> {
  const row = await lockEnrolment(tx, enrolmentId)
  if (!row) return undefined
  const facts = await courseVersionFacts(tx, row.courseVersionId)
  const latest = latestOf(act.at, row.lastSeenAt)
  const known = new Set(facts.lessons.map(({ key }) => key))
  const fresh = (await unreceived(tx, act, enrolmentId, saves))
    .filter(({ lessonKey }) => known.has(lessonKey))
    .map((save) => ({ ...save, at: plausibleTime(save.at, row.enrolledAt, latest) }))
  if (fresh.length === 0) return row

  const before = await readLessonStates(
    tx,
    enrolmentId,
    fresh.map(({ lessonKey }) => lessonKey),
  )
  const finished: string[] = []
  for (const [lessonKey, ofLesson] of Map.groupBy(fresh, (save) => save.lessonKey)) {
    const was = before(lessonKey)
    const is = ofLesson.reduce(mergeSave, was)
    await writeLessonState(tx, act, enrolmentId, lessonKey, is)
    if (is.completedAt && !was.completedAt) finished.push(lessonKey)
  }

  const done = await completedLessons(tx, enrolmentId)
  const lessonsDone = [...done].filter((key) => known.has(key)).length
  const now: EnrolmentRow = {
    ...row,
    ...placeAfter(row, fresh),
    lastSeenAt: latest,
    ...(row.state === 'enrolled' ? { state: 'started', startedAt: act.at } : {}),
    ...(isOpen(row.state) ? { lessonsDone } : {}),
  }
  const { state, startedAt, lastSeenAt, lastLessonKey, lastPosition } = now
  await tx
    .update(enrolment)
    .set({
      state,
      startedAt,
      lastSeenAt,
      lastLessonKey,
      lastPosition,
      lessonsDone: now.lessonsDone,
      ...lessonsCounted(row.id, row.courseVersionId),
    })
    .where(eq(enrolment.id, row.id))

  const changes: LoggedChange[] = []
  if (state !== row.state) changes.push({ enrolment: row, change: 'started' })
  if (isOpen(state))
    for (const lessonKey of finished)
      changes.push({ enrolment: row, change: 'lesson-completed', detail: { lessonKey } })
  await logChanges(tx, act, changes)
  const completed = await completeLocked(tx, act, now, facts, done)
  return completed ? { ...now, state: 'completed', completedAt: act.at } : now
}

/** Those of the saves that were not taken before; their receipts are written. */
async function unreceived(tx: Tx, act: Act, enrolmentId: string, saves: readonly LessonSave[]) {
  const receipts = await tx
    .insert(progressReceipt)
    .values(saves.map(({ id }) => ({ id, enrolmentId, receivedAt: act.at })))
    .onConflictDoNothing()
    .returning({ id: progressReceipt.id })
  const fresh = new Set(receipts.map(({ id }) => id))
  // `delete` says whether it was there: a save twice in one batch counts once, too.
  return saves.filter(({ id }) => fresh.delete(id.toLowerCase()))
}

/** The last lesson and the place in it, by the latest save that tells one. */
export function placeAfter(
  row: Pick<EnrolmentRow, 'lastLessonKey' | 'lastPosition'>,
  saves: readonly LessonSave[],
) {
  let place = { lastLessonKey: row.lastLessonKey, lastPosition: row.lastPosition }
  for (const { id, at, lessonKey, position } of saves) {
    const stamp = { at, saveId: id }
    // Written below and nowhere else.
    const known = place.lastPosition as Stamp | null
    if (position && (!known || isLater(stamp, known)))
      place = { lastLessonKey: lessonKey, lastPosition: { ...stamp, ...position } }
  }
  return place
}

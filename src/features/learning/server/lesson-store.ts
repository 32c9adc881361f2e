import { and, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db, Tx } from '../../../server/db/connect.ts'
import { blockValue } from '../model/block-value.ts'
import { position } from '../model/lesson-save.ts'
import { type LessonState, untouchedLesson } from '../model/merge-saves.ts'
import type { Act } from './enrolment-log.ts'
import { lessonProgress } from './schema.ts'

const stamp = { at: z.string(), saveId: z.string() }
const storedPosition = position.extend(stamp)
const storedBlocks = z.record(z.string(), z.object({ ...stamp, value: blockValue }))

/** States of these lessons; a lesson never opened has the untouched one. */
export async function readLessonStates(
  db: Db,
  enrolmentId: string,
  lessonKeys: readonly string[],
): Promise<(lessonKey: string) => LessonState> {
  const rows = await db
    .select()
    .from(lessonProgress)
    .where(
      and(
        eq(lessonProgress.enrolmentId, enrolmentId),
        inArray(lessonProgress.lessonKey, [...new Set(lessonKeys)]),
      ),
    )
  const byKey = new Map(
    rows.map((row): [string, LessonState] => [row.lessonKey, stateOfStored(row)]),
  )
  return (lessonKey) => byKey.get(lessonKey) ?? untouchedLesson
}

/** A row of `lesson_progress`; its instants as the driver gives them or as text. */
export type StoredLesson = {
  firstOpenedAt: Date | string
  completedAt: Date | string | null
  presentSeconds: number
  position: unknown
  blockState: unknown
}

export const stateOfStored = (row: StoredLesson): LessonState => ({
  firstOpenedAt: new Date(row.firstOpenedAt).toISOString(),
  completedAt: row.completedAt && new Date(row.completedAt).toISOString(),
  presentSeconds: row.presentSeconds,
  position: readPosition(row.position),
  blocks: storedBlocks.parse(row.blockState),
})

/** A place as it was stored, or null. */
export const readPosition = (stored: unknown) =>
  stored === null || stored === undefined ? null : storedPosition.parse(stored)

export async function writeLessonState(
  tx: Tx,
  act: Act,
  enrolmentId: string,
  lessonKey: string,
  state: LessonState,
) {
  const values = {
    firstOpenedAt: new Date(state.firstOpenedAt ?? act.at),
    completedAt: state.completedAt ? new Date(state.completedAt) : null,
    presentSeconds: Math.min(state.presentSeconds, mostSeconds),
    position: state.position,
    blockState: state.blocks,
    updatedAt: act.at,
  }
  await tx
    .insert(lessonProgress)
    .values({ enrolmentId, lessonKey, ...values })
    .onConflictDoUpdate({
      target: [lessonProgress.enrolmentId, lessonProgress.lessonKey],
      set: values,
    })
}

/** What an enrolment on this version keeps of its lessons, counted anew from them. */
export const lessonsCounted = (enrolmentId: string, courseVersionId: string) => ({
  lessonCells: sql<string>`lesson_cells(${enrolmentId}::uuid, ${courseVersionId}::uuid)`,
  presentSeconds: sql<number>`(select least(coalesce(sum(present_seconds), 0), ${mostSecondsInAll})::int
    from lesson_progress where enrolment_id = ${enrolmentId}::uuid)`,
})

/** As much as the column holds. */
export const mostSecondsInAll = 2_147_483_647

/** A year: what is more is a clock or a joke, and must not overflow the column. */
export const mostSeconds = 31_536_000

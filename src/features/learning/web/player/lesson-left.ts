import type { LessonSave, Position } from '../../model/lesson-save.ts'

export type LessonLeft = { blocks: LessonSave['blocks']; position: Position | null }

/** What was left in a lesson: what the server knows, and over it what it has not been told yet. */
export function withPending(
  known: LessonLeft,
  pending: readonly LessonSave[],
  lessonKey: string,
): LessonLeft {
  return pending
    .filter((save) => save.lessonKey === lessonKey)
    .reduce(
      (left, save) => ({
        blocks: { ...left.blocks, ...save.blocks },
        position: save.position ?? left.position,
      }),
      known,
    )
}

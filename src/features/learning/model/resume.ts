export type OutlineLesson = { key: string; minutes: number; completed: boolean }

/**
 * The lesson to open: the one left open if it is not done, else the next one not done after it, else the
 * first not done; null when all are done, which leaves the quiz or nothing.
 */
export function lessonToOpen(
  lessons: readonly OutlineLesson[],
  lastLessonKey: string | null,
): string | null {
  const last = lessons.findIndex(({ key }) => key === lastLessonKey)
  const from = Math.max(last, 0)
  const inOrder = [...lessons.slice(from), ...lessons.slice(0, from)]
  return inOrder.find(({ completed }) => !completed)?.key ?? null
}

/**
 * Whole minutes of reading left; a lesson half read counts half, a lesson not done at least one minute.
 * @param readShareByLessonKey share 0–1 of the lesson above the place of reading
 */
export function minutesLeft(
  lessons: readonly OutlineLesson[],
  readShareByLessonKey: ReadonlyMap<string, number> = new Map(),
): number {
  return lessons
    .filter(({ completed }) => !completed)
    .map(({ key, minutes }) => minutesLeftInLesson(minutes, readShareByLessonKey.get(key) ?? 0))
    .reduce((sum, minutes) => sum + minutes, 0)
}

export const minutesLeftInLesson = (minutes: number, readShare: number): number =>
  Math.max(1, Math.ceil(minutes * (1 - readShare)))

/** How far somebody is in a lesson, by the letter the matrix is sent in: 400 learners × 40 lessons are 16,000. */
export const lessonStates = { d: 'done', b: 'begun', o: 'open' } as const

export type LessonState = (typeof lessonStates)[keyof typeof lessonStates]

/** A letter that is none, or a lesson beyond the last, counts as not begun. */
export function lessonStateAt(cells: string, index: number): LessonState {
  const letter = cells[index]
  return letter === 'd' || letter === 'b' ? lessonStates[letter] : 'open'
}

/** Where a learner who has not moved for long stands: the first lesson that is not done, or the first of all. */
export function stuckLesson(cells: string): number {
  return Math.max(0, cells.search(/[^d]/))
}

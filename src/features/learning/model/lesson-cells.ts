/** How far somebody is in a lesson, by the letter it is kept and sent in: 400 learners × 40 lessons are 16,000. */
export const lessonStates = { d: 'done', b: 'begun', o: 'open' } as const

export type CellState = (typeof lessonStates)[keyof typeof lessonStates]

/** A letter that is none, or a lesson beyond the last, counts as not begun. */
export function lessonStateAt(cells: string, index: number): CellState {
  const letter = cells[index]
  return letter === 'd' || letter === 'b' ? lessonStates[letter] : 'open'
}

/** Where a learner who has not moved for long stands: the first lesson that is not done, or the first of all. */
export function stuckLesson(cells: string): number {
  return Math.max(0, cells.search(/[^d]/))
}

/** An enrolment's letters stand in the order of its version's lesson keys, which stays when lessons change places. */
export function cellOrder(lessonKeys: readonly string[]): string[] {
  return lessonKeys.toSorted((one, other) => (one < other ? -1 : 1))
}

/** The letters with those of some lessons put anew; what the version does not have is left out. */
export function cellsWith(
  cells: string,
  lessonKeys: readonly string[],
  states: readonly { key: string; isDone: boolean }[],
): string {
  const order = cellOrder(lessonKeys)
  const letters = Array.from(order, (_, index) => cells[index] ?? 'o')
  for (const { key, isDone } of states) {
    const index = order.indexOf(key)
    if (index >= 0) letters[index] = isDone ? 'd' : 'b'
  }
  return letters.join('')
}

/**
 * Reads letters kept for one version in the order another one shows its lessons in.
 * @param kept keys of the lessons of the version they were kept for
 * @param shown keys of the lessons to show, in order
 */
export function cellReader(
  kept: readonly string[],
  shown: readonly string[],
): (cells: string) => string {
  const order = cellOrder(kept)
  const places = shown.map((key) => order.indexOf(key))
  return (cells) => {
    let read = ''
    for (const place of places) read += cells[place] ?? 'o'
    return read
  }
}

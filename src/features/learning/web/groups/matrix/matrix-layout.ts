/** Between two squares. */
export const gapPx = 3

/** Columns after the lessons: quiz, last seen, minutes. */
export const facts = ['quiz', 'seen', 'minutes'] as const
export type Fact = (typeof facts)[number]

export type MatrixLayout = {
  /** On a phone a learner's lessons share one line below the name, and nothing scrolls sideways. */
  isNarrow: boolean
  /** Pixels. */
  nameWidth: number
  lessonWidth: number
  factWidth: number
  remPx: number
}

export const rowRem = { wide: 5.25, narrow: 11.5 }

/** Sizes in rem, as the reader may have larger text. */
const name = { least: 18, most: 20, wideFrom: 60 }
const fact = 6.5
const lesson = { least: 2.75, most: 4.5 }
const narrowBelow = 40

/** Lessons take what is left of the width, within reason; beyond it the matrix scrolls. */
export function matrixLayout(width: number, lessons: number, remPx: number): MatrixLayout {
  const isNarrow = width < narrowBelow * remPx
  const nameWidth = (width < name.wideFrom * remPx ? name.least : name.most) * remPx
  const factWidth = fact * remPx
  const share = (width - nameWidth - facts.length * factWidth) / Math.max(1, lessons)
  return {
    isNarrow,
    nameWidth,
    lessonWidth: Math.min(lesson.most * remPx, Math.max(lesson.least * remPx, share)),
    factWidth,
    remPx,
  }
}

/**
 * Height of a learner's row, pixels: a name, two lines of the unit, one a tag; on a phone the squares and two lines
 * of facts below them. Rows are made so high: measuring them while they scroll by would be slow.
 */
export function rowHeight(
  { isNarrow, remPx }: MatrixLayout,
  {
    isOverdue,
    dueOn,
    stuckSince,
  }: { isOverdue: boolean; dueOn: string | null; stuckSince: string | null },
): number {
  const tags = (isOverdue && dueOn ? 1 : 0) + (stuckSince ? 1 : 0)
  return ((isNarrow ? rowRem.narrow : rowRem.wide) + tags * 1.875) * remPx
}

import { useLingui } from '@lingui/react/macro'
import type { MemberRow } from '../../../contract/groups.ts'
import { type CellState, lessonStateAt, stuckLesson } from '../../../model/lesson-cells.ts'

export type SquareState = CellState | 'stuck'
export type SquareWords = Record<SquareState, string>

/** The lesson where somebody is stuck is framed, however far it is done. */
export function squareOf({ cells, stuckSince }: MemberRow, lesson: number): SquareState {
  return stuckSince && stuckLesson(cells) === lesson ? 'stuck' : lessonStateAt(cells, lesson)
}

export function useSquareWords(): SquareWords {
  const { t } = useLingui()
  return { done: t`done`, begun: t`begun`, open: t`not begun`, stuck: t`stuck here` }
}

/** What the squares mean, to who sees them. */
export function SquareLegend({ words }: { words: SquareWords }) {
  return (
    <ul aria-hidden="true" className="flex flex-wrap gap-x-5 gap-y-1 text-ink-2 text-sm">
      {(['done', 'begun', 'open', 'stuck'] as const).map((state) => (
        <li key={state} className="flex items-center gap-2">
          <span className={`lesson-square is-${state} h-4 w-5`} />
          {words[state]}
        </li>
      ))}
    </ul>
  )
}

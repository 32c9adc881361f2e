// biome-ignore-all lint/a11y/useSemanticElements: a table that leaves out rows and columns is none
// biome-ignore-all lint/a11y/useFocusableInteractive: the cells of a row take the focus
import { useLingui } from '@lingui/react/macro'
import { useDeferredValue, useRef, useState } from 'react'
import { ActiveWords } from './matrix/ActiveWords.tsx'
import type { Place } from './matrix/grid-move.ts'
import { MatrixHead } from './matrix/MatrixHead.tsx'
import { MatrixRow } from './matrix/MatrixRow.tsx'
import { type Choice, chooseAll, type Matrix, useToggle } from './matrix/matrix-choice.ts'
import './matrix/matrix.css'
import { gapPx } from './matrix/matrix-layout.ts'
import { PrintedMatrix } from './matrix/PrintedMatrix.tsx'
import { SquareLegend, type SquareWords, useSquareWords } from './matrix/square-words.tsx'
import { useGridFocus } from './matrix/use-grid-focus.ts'
import { type GridSize, useGridSize } from './matrix/use-grid-size.ts'
import { useMatrixWindow } from './matrix/use-matrix-window.ts'
import { usePrinting } from './matrix/use-printing.ts'

/** Learner × lesson. Only what is in view is in the document: 400 learners of 40 lessons scroll as ten of five do. */
export function GroupMatrix({ choice, ...matrix }: Matrix & { choice: Choice | null }) {
  const isPrinting = usePrinting()
  const words = useSquareWords()
  return (
    <>
      <div className="no-print mt-4 grid gap-3">
        <SquareLegend words={words} />
        <Grid {...matrix} choice={choice} words={words} />
      </div>
      {isPrinting && <PrintedMatrix {...matrix} words={words} />}
    </>
  )
}

function Grid({
  lessons,
  members,
  units,
  choice,
  words,
}: Matrix & { choice: Choice | null; words: SquareWords }) {
  const { t } = useLingui()
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 })
  const grid = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLDivElement>(null)
  const size = useGridSize(grid, head, lessons.length)
  const { active, handlers } = useGridFocus(grid, place, setPlace, {
    rows: members.length + 1,
    columns: size.columnCount,
    headColumns: size.isNarrow ? 1 : size.columnCount,
  })
  const seen = useMatrixWindow(grid, size, members, active)
  // The row where the focus is goes first; the others follow when the browser has answered.
  const columnsOfOthers = useDeferredValue(seen.columns)
  const toggle = useToggle(choice)
  return (
    <>
      <div
        ref={grid}
        role="grid"
        aria-label={t`Learners and lessons`}
        aria-rowcount={members.length + 1}
        aria-colcount={size.columnCount}
        aria-multiselectable={choice ? true : undefined}
        style={squareWidth(size)}
        className="relative max-h-[min(44rem,80dvh)] overflow-auto overscroll-x-contain text-sm"
        {...handlers(seen.bring, seen.page)}
      >
        <div role="rowgroup" className="sticky top-0 z-20" style={{ width: seen.width }}>
          <div
            ref={head}
            role="row"
            aria-rowindex={1}
            className="relative border-ink border-b-2 bg-paper"
          >
            <MatrixHead
              lessons={lessons}
              columns={seen.columns}
              nameWidth={size.nameWidth}
              activeColumn={active.row === 0 ? active.column : null}
              choice={chooseAll(members, choice)}
            />
          </div>
        </div>
        <div
          role="rowgroup"
          className="relative"
          style={{ height: seen.height, width: seen.width }}
        >
          {seen.rows.map(({ index, top, height, member }) => {
            const isChosen = choice?.chosen.has(member.enrolmentId)
            return (
              <div
                key={member.enrolmentId}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={isChosen}
                style={{ top, height }}
                className={`matrix-row absolute inset-x-0 border-line border-b ${size.isNarrow ? 'flex flex-wrap content-start py-3' : ''}`}
              >
                <MatrixRow
                  member={member}
                  unitName={units[member.unit] ?? ''}
                  lessons={lessons.length}
                  words={words}
                  columns={active.row === index + 1 ? seen.columns : columnsOfOthers}
                  nameWidth={size.nameWidth}
                  activeColumn={active.row === index + 1 ? active.column : null}
                  isChosen={isChosen}
                  onChoose={choice ? toggle : undefined}
                />
              </div>
            )
          })}
        </div>
      </div>
      <ActiveWords lessons={lessons} members={members} active={active} words={words} />
    </>
  )
}

/** The same for all squares, so said once. */
const squareWidth = ({ lessonWidth }: GridSize) =>
  ({ '--square': `${lessonWidth - gapPx}px` }) as React.CSSProperties // React's type knows no variables

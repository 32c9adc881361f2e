// biome-ignore-all lint/a11y/useSemanticElements: a table that leaves out rows and columns is none
// biome-ignore-all lint/a11y/useFocusableInteractive: cellAt gives the tabIndex
import { memo, useDeferredValue } from 'react'
import type { EnrolmentId } from '../../../../../contract/primitives.ts'
import type { MemberRow } from '../../../contract/groups.ts'
import { ChoiceBox } from './ChoiceBox.tsx'
import { FactHead, factAlign, MemberFact, MemberName } from './MemberFacts.tsx'
import { facts } from './matrix-layout.ts'
import { type SquareWords, squareOf } from './square-words.tsx'

/** A column that is drawn: which, and where. */
export type DrawnColumn = { index: number; start: number; size: number }

export type MatrixRowProps = {
  member: MemberRow
  unitName: string
  lessons: number
  words: SquareWords
  /** Null on a phone: all of them, sharing a line. */
  columns: readonly DrawnColumn[] | null
  nameWidth: number
  /** The column that Tab reaches, when it is in this row. */
  activeColumn: number | null
  isChosen?: boolean | undefined
  onChoose?: ((id: EnrolmentId, isChosen: boolean) => void) | undefined
}

/** Drawn again only when something of its own changes: scrolling brings rows, it does not renew them. */
export const MatrixRow = memo(function MatrixRow({ columns, ...props }: MatrixRowProps) {
  // A new row's cells come a moment after its name, so that a key that leads far is answered at once; the one that
  // takes the focus is there from the beginning.
  const isWhole = useDeferredValue(true, false)
  if (!columns) return <NarrowRow {...props} isWhole={isWhole} />
  const shown = isWhole ? columns : columns.filter(({ index }) => index === props.activeColumn)
  return <WideRow {...props} columns={shown} />
})

function WideRow({
  columns,
  ...props
}: Omit<MatrixRowProps, 'columns'> & { columns: readonly DrawnColumn[] }) {
  const { member, lessons, words, activeColumn } = props
  return (
    <>
      <NameCell
        {...props}
        className="sticky start-0 z-10 flex h-full flex-col justify-center bg-paper pe-4"
      />
      {columns.map(({ index, start, size }) => {
        const fact = facts[index - 1 - lessons]
        if (fact)
          return (
            <div
              key={index}
              role="gridcell"
              {...cellAt(index, activeColumn)}
              style={{ left: start, width: size }}
              className={`matrix-cell absolute inset-y-0 flex items-center px-2 ${factAlign[fact]}`}
            >
              <MemberFact member={member} fact={fact} />
            </div>
          )
        const state = squareOf(member, index - 1)
        return (
          <div
            key={index}
            role="gridcell"
            aria-label={words[state]}
            {...cellAt(index, activeColumn)}
            style={{ left: start }}
            className={`matrix-cell lesson-square is-${state} absolute inset-y-0 my-auto h-7 w-(--square)`}
          />
        )
      })}
    </>
  )
}

/** The name, below it the lessons in one line, below them the facts with their names. */
function NarrowRow({ isWhole, ...props }: Omit<MatrixRowProps, 'columns'> & { isWhole: boolean }) {
  const { member, lessons, words, activeColumn } = props
  return (
    <>
      <NameCell {...props} nameWidth={undefined} className="mb-1 basis-full overflow-hidden" />
      {Array.from({ length: lessons }, (_, index) => {
        if (!isWhole && activeColumn !== index + 1) return null
        const state = squareOf(member, index)
        return (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a lesson is its place in the course
            key={index}
            role="gridcell"
            aria-label={words[state]}
            {...cellAt(index + 1, activeColumn)}
            // A hair less than its share, so that no rounding breaks the line.
            style={{
              flexBasis: `calc(100% / ${lessons} - 2.05px)`,
              ...(isWhole ? {} : { marginInlineStart: `calc(100% / ${lessons} * ${index})` }),
            }}
            className={`matrix-cell lesson-square is-${state} me-[2px] h-7 min-w-0`}
          />
        )
      })}
      {facts.map((fact, index) => {
        const column = lessons + 1 + index
        if (!isWhole && activeColumn !== column) return null
        return (
          <div
            key={fact}
            role="gridcell"
            {...cellAt(column, activeColumn)}
            className={`matrix-cell mt-1 truncate pe-2 ${fact === 'seen' ? 'basis-1/2' : 'basis-1/4'}`}
          >
            <span aria-hidden="true" className="block truncate text-ink-3">
              <FactHead fact={fact} />
            </span>
            <MemberFact member={member} fact={fact} />
          </div>
        )
      })}
    </>
  )
}

function NameCell({
  member,
  unitName,
  nameWidth,
  activeColumn,
  isChosen = false,
  onChoose,
  className,
}: Omit<MatrixRowProps, 'columns' | 'nameWidth'> & {
  nameWidth: number | undefined
  className: string
}) {
  const name = <MemberName member={member} unitName={unitName} isShort />
  return (
    <div
      role="rowheader"
      {...cellAt(0, onChoose ? null : activeColumn)}
      style={{ width: nameWidth }}
      className={`matrix-cell ${className}`}
    >
      {onChoose ? (
        <ChoiceBox
          isSelected={isChosen}
          isReached={activeColumn === 0}
          onChange={(on) => onChoose(member.enrolmentId, on)}
        >
          {name}
        </ChoiceBox>
      ) : (
        name
      )}
    </div>
  )
}

/** A cell by its column, from 0. The active one can be focused; where it holds a control, that instead. */
export const cellAt = (column: number, activeColumn: number | null) => ({
  'aria-colindex': column + 1,
  tabIndex: activeColumn === column ? 0 : undefined,
})

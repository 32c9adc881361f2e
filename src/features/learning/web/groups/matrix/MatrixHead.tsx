// biome-ignore-all lint/a11y/useSemanticElements: a table that leaves out rows and columns is none
// biome-ignore-all lint/a11y/useFocusableInteractive: cellAt gives the tabIndex
import { Trans } from '@lingui/react/macro'
import { ChoiceBox } from './ChoiceBox.tsx'
import { cellAt, type DrawnColumn } from './MatrixRow.tsx'
import { FactHead, factAlign } from './MemberFacts.tsx'
import { facts } from './matrix-layout.ts'

type Lessons = readonly { key: string; title: string }[]

/** Names of the columns; on a phone only the choice of all is seen, the rest is heard. */
export function MatrixHead({
  lessons,
  columns,
  nameWidth,
  activeColumn,
  choice,
}: {
  lessons: Lessons
  columns: readonly DrawnColumn[] | null
  nameWidth: number
  activeColumn: number | null
  choice: { areAll: boolean; areSome: boolean; onChange: (all: boolean) => void } | null
}) {
  const drawn =
    columns ?? Array.from({ length: lessons.length + facts.length }, (_, at) => ({ index: at + 1 }))
  return (
    <>
      <div
        role="columnheader"
        {...cellAt(0, choice ? null : activeColumn)}
        style={columns ? { width: nameWidth } : undefined}
        className="matrix-cell sticky start-0 z-10 flex min-h-11 items-center bg-paper pe-4 font-semibold text-ink-2"
      >
        {choice ? (
          <ChoiceBox
            isSelected={choice.areAll}
            isIndeterminate={!choice.areAll && choice.areSome}
            isReached={activeColumn === 0}
            onChange={choice.onChange}
          >
            <Trans>Choose all shown</Trans>
          </ChoiceBox>
        ) : (
          <Trans>Learner</Trans>
        )}
      </div>
      {drawn.map((column) => {
        const fact = facts[column.index - 1 - lessons.length]
        const isWide = 'start' in column
        return (
          <div
            key={column.index}
            role="columnheader"
            {...cellAt(column.index, activeColumn)}
            title={lessons[column.index - 1]?.title}
            style={isWide ? { left: column.start, width: column.size } : undefined}
            className={
              isWide
                ? `matrix-cell absolute inset-y-0 flex items-end pb-2 text-ink-3 ${fact ? `px-2 ${factAlign[fact]}` : 'justify-center'}`
                : 'sr-only'
            }
          >
            {fact ? (
              <FactHead fact={fact} />
            ) : (
              <LessonHead lessons={lessons} at={column.index - 1} />
            )}
          </div>
        )
      })}
    </>
  )
}

function LessonHead({ lessons, at }: { lessons: Lessons; at: number }) {
  return (
    <>
      <span aria-hidden="true">{at + 1}</span>
      <span className="sr-only">{lessons[at]?.title}</span>
    </>
  )
}

import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useRef, useState } from 'react'
import { Button } from '../../../../../web/design-system/Button.tsx'
import { Problem } from '../../../../../web/design-system/field-parts.tsx'
import type { BlockOf } from '../../../model/lesson-document.ts'
import { CheckOption } from '../CheckOption.tsx'
import { indicesIn } from '../indices-in.ts'
import { type Judgement, judgeCheck } from '../judge-check.ts'
import { useLesson } from '../lesson-context.ts'

/** An unmarked question: says at once what is right and why, and can be tried as often as one likes. */
export function KnowledgeCheck({
  block,
  question,
}: {
  block: BlockOf<'check'>
  question: React.ReactNode
}) {
  const { blockState, onBlockState } = useLesson()
  const id = useId()
  const group = useRef<HTMLFieldSetElement>(null)
  const [chosen, setChosen] = useState(() => indicesIn(blockState[block.id], block.options.length))
  const [isChecked, setIsChecked] = useState(chosen.length > 0)
  const [isEmpty, setIsEmpty] = useState(false)
  const [showsAll, setShowsAll] = useState(false)
  const judgement = isChecked ? judgeCheck(block.options, chosen) : null

  const choose = (next: number[]) => {
    setChosen(next)
    setIsChecked(false)
    setIsEmpty(false)
    setShowsAll(false)
  }
  const check = () => {
    setIsEmpty(chosen.length === 0)
    if (chosen.length === 0) return
    setIsChecked(true)
    onBlockState(block.id, chosen)
  }
  const tryAgain = () => {
    choose([])
    group.current?.querySelector('input')?.focus()
  }

  return (
    <div className="rounded-lg border border-line bg-surface px-5 py-5 font-sans text-base sm:px-6">
      <p className="text-ink-3 text-sm">
        <Trans>Practice · does not count towards your result</Trans>
      </p>
      <div id={`${id}-question`} className="mt-1 font-semibold text-lg">
        {question}
      </div>
      {block.several && (
        <p id={`${id}-hint`} className="text-ink-2 text-sm">
          <Trans>More than one answer is right.</Trans>
        </p>
      )}
      <fieldset
        ref={group}
        aria-labelledby={`${id}-question`}
        aria-describedby={block.several ? `${id}-hint` : undefined}
        className="mt-3 grid gap-2.5"
      >
        {block.options.map((option, index) => (
          <CheckOption
            // biome-ignore lint/suspicious/noArrayIndexKey: answers never change places
            key={index}
            option={option}
            type={block.several ? 'checkbox' : 'radio'}
            name={id}
            isChosen={chosen.includes(index)}
            isJudged={isChecked && chosen.includes(index)}
            showsReason={showsAll}
            onChange={(isChosen) =>
              choose(
                block.several
                  ? indicesIn(
                      isChosen ? [...chosen, index] : chosen.filter((each) => each !== index),
                      block.options.length,
                    )
                  : [index],
              )
            }
          />
        ))}
      </fieldset>
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button look="quiet" className="no-print" onPress={isChecked ? tryAgain : check}>
          {isChecked ? <Trans>Try again</Trans> : <Trans>Check</Trans>}
        </Button>
        {judgement?.isRight && (
          <Button
            look="link"
            className="no-print min-h-11"
            aria-expanded={showsAll}
            onPress={() => setShowsAll(!showsAll)}
          >
            <Trans>Why not the others?</Trans>
          </Button>
        )}
        <div aria-live="polite" className="basis-full empty:hidden">
          {isEmpty && (
            <Problem>
              <Trans>Choose an answer first.</Trans>
            </Problem>
          )}
          {block.several && judgement && <Summary judgement={judgement} />}
        </div>
      </div>
    </div>
  )
}

/** With several right answers, the answers' own reasons do not say what is still missing. */
function Summary({ judgement: { isRight, wrong, missing } }: { judgement: Judgement }) {
  const { t } = useLingui()
  if (isRight) return <Trans>These are all the right answers.</Trans>
  const parts = [
    ...(wrong > 0
      ? [
          t`${plural(wrong, { one: '# answer does not belong here.', other: '# answers do not belong here.' })}`,
        ]
      : []),
    ...(missing > 0
      ? [
          t`${plural(missing, { one: '# right answer is missing.', other: '# right answers are missing.' })}`,
        ]
      : []),
  ]
  return parts.join(' ')
}

import { Trans } from '@lingui/react/macro'
import { CircleCheck, CircleX } from 'lucide-react'
import { useId } from 'react'
import { Icon } from '../../../../web/design-system/Icon.tsx'
import type { CheckOption as Option } from '../../model/lesson-document.ts'
import { Inlines } from './Inlines.tsx'
import { OptionInput } from './OptionInput.tsx'

/** One answer. Once judged it says right or not, in sign, word and colour, and why. */
export function CheckOption({
  option,
  type,
  name,
  isChosen,
  isJudged,
  showsReason,
  onChange,
}: {
  option: Option
  type: 'radio' | 'checkbox'
  name: string
  isChosen: boolean
  isJudged: boolean
  /** Shows the reason of an answer that was not chosen. */
  showsReason: boolean
  onChange: (isChosen: boolean) => void
}) {
  const id = useId()
  const reasonId = `${id}-reason`
  const hasReason = isJudged || showsReason
  return (
    <div
      className={`rounded-md border ${
        !isJudged
          ? 'border-line-strong hover:border-ink has-checked:border-brand'
          : option.right
            ? 'border-done bg-done-soft'
            : 'border-late bg-late-soft'
      }`}
    >
      <label htmlFor={id} className="flex min-h-11 cursor-pointer items-start gap-3 px-3.5 py-2.5">
        <OptionInput
          id={id}
          type={type}
          name={name}
          tone={!isJudged ? 'brand' : option.right ? 'done' : 'late'}
          checked={isChosen}
          aria-describedby={hasReason ? reasonId : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span className={isJudged ? 'font-semibold' : ''}>
          <Inlines of={option.text} />
        </span>
      </label>
      <div aria-live="polite" id={reasonId}>
        {hasReason && (
          <div className="ps-12.5 pe-3.5 pb-3 text-ink-2">
            {isJudged && <Verdict isRight={option.right} />}
            <p>
              <Inlines of={option.why} />
            </p>
          </div>
        )}
      </div>
    </div>
  )
}

function Verdict({ isRight }: { isRight: boolean }) {
  return (
    <p className={`flex items-center gap-1.5 font-semibold ${isRight ? 'text-done' : 'text-late'}`}>
      <Icon of={isRight ? CircleCheck : CircleX} size={18} />
      {isRight ? <Trans>Right</Trans> : <Trans>Not this one</Trans>}
    </p>
  )
}

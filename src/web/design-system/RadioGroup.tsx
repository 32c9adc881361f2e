import {
  RadioGroup as AriaRadioGroup,
  Radio,
  type RadioGroupProps,
} from 'react-aria-components/RadioGroup'
import { FieldHead } from './FieldHead.tsx'
import type { FieldWords } from './field-parts.tsx'

type Props = FieldWords &
  Omit<RadioGroupProps, 'children' | 'className' | 'style' | 'isInvalid'> & {
    options: readonly {
      value: string
      label: React.ReactNode
      hint?: React.ReactNode
      isDisabled?: boolean
    }[]
    /** `boxed` for the answers of a question: large, one under the other. */
    look?: 'plain' | 'boxed'
  }

const shapes = {
  plain: 'py-2',
  boxed:
    'rounded-md border border-line-strong bg-surface px-3.5 py-3 hover:border-ink data-selected:border-brand data-selected:bg-brand-soft',
}

export function RadioGroup({
  label,
  hint,
  error,
  optional,
  options,
  look = 'plain',
  ...props
}: Props) {
  return (
    <AriaRadioGroup
      validationBehavior="aria"
      {...props}
      isInvalid={Boolean(error)}
      className={`grid ${look === 'boxed' ? 'gap-2.5' : 'gap-1'}`}
    >
      <FieldHead {...{ label, hint, error, optional }} />
      {options.map((option) => (
        <Radio
          key={option.value}
          value={option.value}
          isDisabled={option.isDisabled ?? false}
          className={`group flex min-h-11 cursor-pointer items-start gap-3 rounded-md data-disabled:cursor-not-allowed data-disabled:text-ink-3 ${shapes[look]}`}
        >
          <span
            aria-hidden="true"
            className="mt-px size-[1.375rem] shrink-0 rounded-full border-2 border-line-strong bg-surface group-hover:border-ink group-data-selected:border-[7px] group-data-selected:border-brand group-data-disabled:opacity-50"
          />
          <span>
            {option.label}
            {option.hint && <span className="block text-ink-2 text-sm">{option.hint}</span>}
          </span>
        </Radio>
      ))}
    </AriaRadioGroup>
  )
}

import {
  CheckboxGroup as AriaCheckboxGroup,
  type CheckboxGroupProps,
} from 'react-aria-components/CheckboxGroup'
import { Checkbox } from './Checkbox.tsx'
import { FieldHead } from './FieldHead.tsx'
import type { FieldWords } from './field-parts.tsx'

type Props = FieldWords &
  Omit<CheckboxGroupProps, 'children' | 'className' | 'style' | 'isInvalid'> & {
    options: readonly { value: string; label: React.ReactNode; hint?: React.ReactNode }[]
  }

export function CheckboxGroup({ label, hint, error, optional, options, ...props }: Props) {
  return (
    <AriaCheckboxGroup
      validationBehavior="aria"
      {...props}
      isInvalid={Boolean(error)}
      className="grid w-full gap-1"
    >
      <FieldHead {...{ label, hint, error, optional }} />
      {options.map((option) => (
        <Checkbox key={option.value} value={option.value} hint={option.hint}>
          {option.label}
        </Checkbox>
      ))}
    </AriaCheckboxGroup>
  )
}

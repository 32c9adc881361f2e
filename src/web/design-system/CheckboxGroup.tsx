import {
  CheckboxGroup as AriaCheckboxGroup,
  type CheckboxGroupProps,
} from 'react-aria-components/CheckboxGroup'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { Checkbox } from './Checkbox.tsx'
import { type FieldWords, hintLook, labelLook, OptionalMark, Problem } from './field-parts.tsx'

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
      <Label className={labelLook}>
        {label}
        {optional && <OptionalMark />}
      </Label>
      {hint && (
        <Text slot="description" className={hintLook}>
          {hint}
        </Text>
      )}
      {error && (
        <FieldError>
          <Problem>{error}</Problem>
        </FieldError>
      )}
      {options.map((option) => (
        <Checkbox key={option.value} value={option.value} hint={option.hint}>
          {option.label}
        </Checkbox>
      ))}
    </AriaCheckboxGroup>
  )
}

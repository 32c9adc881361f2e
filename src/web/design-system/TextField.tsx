import { FieldError } from 'react-aria-components/FieldError'
import { Input, type InputProps } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField'
import {
  type FieldWords,
  hintLook,
  inputLook,
  labelLook,
  OptionalMark,
  Problem,
} from './field-parts.tsx'

type Props = FieldWords &
  Omit<TextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> & {
    /** As wide as what is expected in it: the width is a hint too. */
    width?: 'full' | 'medium' | 'short'
    input?: Omit<InputProps, 'className'>
  }

const widths = { full: '', medium: 'max-w-80', short: 'max-w-32' }

export function TextField({
  label,
  hint,
  error,
  optional,
  width = 'full',
  input,
  ...props
}: Props) {
  return (
    <AriaTextField
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
      <Input {...input} className={`${inputLook} ${widths[width]}`} />
    </AriaTextField>
  )
}

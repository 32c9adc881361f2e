import { Input, type InputProps } from 'react-aria-components/Input'
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField'
import { FieldHead } from './FieldHead.tsx'
import { type FieldWords, inputLook } from './field-parts.tsx'

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
      <FieldHead {...{ label, hint, error, optional }} />
      <Input {...input} className={`${inputLook} ${widths[width]}`} />
    </AriaTextField>
  )
}

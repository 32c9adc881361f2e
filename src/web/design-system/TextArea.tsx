import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField'
import { FieldHead } from './FieldHead.tsx'
import { type FieldWords, hintLook, inputLook } from './field-parts.tsx'

type Props = FieldWords &
  Omit<TextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> & { rows?: number }

/** Says how many characters are left once three quarters of `maxLength` are written. */
export function TextArea({ label, hint, error, optional, rows = 4, onChange, ...props }: Props) {
  const { t } = useLingui()
  const [length, setLength] = useState((props.value ?? props.defaultValue ?? '').length)
  const left = (props.maxLength ?? Number.POSITIVE_INFINITY) - length
  const nearEnd = props.maxLength !== undefined && left <= props.maxLength / 4
  return (
    <AriaTextField
      validationBehavior="aria"
      {...props}
      onChange={(text) => {
        setLength(text.length)
        onChange?.(text)
      }}
      isInvalid={Boolean(error)}
      className="grid w-full gap-1"
    >
      <FieldHead {...{ label, hint, error, optional }} />
      <AriaTextArea rows={rows} className={`${inputLook} resize-y`} />
      <span aria-live="polite" className={`${hintLook} empty:hidden`}>
        {nearEnd && t`${plural(left, { one: '# character left', other: '# characters left' })}`}
      </span>
    </AriaTextField>
  )
}

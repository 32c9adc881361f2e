import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { type FieldWords, hintLook, labelLook, OptionalMark, Problem } from './field-parts.tsx'

/** What stands above the control of a react-aria field, which ties label, hint and error to it. */
export function FieldHead({ label, hint, error, optional }: FieldWords) {
  return (
    <>
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
    </>
  )
}

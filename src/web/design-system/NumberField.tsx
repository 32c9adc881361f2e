import { useLingui } from '@lingui/react/macro'
import { Minus, Plus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { FieldError } from 'react-aria-components/FieldError'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import {
  NumberField as AriaNumberField,
  type NumberFieldProps,
} from 'react-aria-components/NumberField'
import { Text } from 'react-aria-components/Text'
import { AriaLanguage } from './AriaLanguage.tsx'
import { type FieldWords, hintLook, labelLook, OptionalMark, Problem } from './field-parts.tsx'
import { Icon } from './Icon.tsx'

type Props = FieldWords & Omit<NumberFieldProps, 'children' | 'className' | 'style' | 'isInvalid'>

const step =
  'grid w-11 place-items-center bg-surface -outline-offset-3 hover:bg-sunken data-disabled:opacity-40'

/** Reads and writes numbers the way the reader's language does. */
export function NumberField({ label, hint, error, optional, ...props }: Props) {
  const { t } = useLingui()
  return (
    <AriaLanguage>
      <AriaNumberField
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
        <Group className="flex min-h-11 w-44 overflow-hidden rounded-md border border-line-strong data-invalid:border-2 data-invalid:border-late">
          <Button slot="decrement" aria-label={t`One less`} className={step}>
            <Icon of={Minus} />
          </Button>
          <Input className="min-w-0 flex-1 border-line border-x bg-surface px-2 text-center -outline-offset-3" />
          <Button slot="increment" aria-label={t`One more`} className={step}>
            <Icon of={Plus} />
          </Button>
        </Group>
      </AriaNumberField>
    </AriaLanguage>
  )
}

import { useLingui } from '@lingui/react/macro'
import { Minus, Plus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import {
  NumberField as AriaNumberField,
  type NumberFieldProps,
} from 'react-aria-components/NumberField'
import { AriaLanguage } from './AriaLanguage.tsx'
import { FieldHead } from './FieldHead.tsx'
import type { FieldWords } from './field-parts.tsx'
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
        <FieldHead {...{ label, hint, error, optional }} />
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

import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox, type ComboBoxProps } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { plainForm } from '../plain-form.ts'
import { AriaLanguage } from './AriaLanguage.tsx'
import { FieldHead } from './FieldHead.tsx'
import { type FieldWords, inputLook } from './field-parts.tsx'
import { Icon } from './Icon.tsx'
import { optionLook, popoverLook } from './list-box-look.ts'

export type ComboBoxOption = { id: string; label: string; note?: string }

type Props = FieldWords &
  Omit<
    ComboBoxProps<ComboBoxOption>,
    'children' | 'className' | 'style' | 'isInvalid' | 'items' | 'defaultItems'
  > & {
    /** All options, narrowed here; or, with `onInputChange`, what the server found for the input. */
    options: readonly ComboBoxOption[]
    isSearchedByServer?: boolean
  }

/** Choice by typing, for long lists: offices, people. Accents need not be typed. */
export function ComboBox({
  label,
  hint,
  error,
  optional,
  options,
  isSearchedByServer,
  ...props
}: Props) {
  const { t } = useLingui()
  return (
    <AriaLanguage>
      <AriaComboBox
        validationBehavior="aria"
        allowsEmptyCollection
        {...props}
        {...(isSearchedByServer ? { items: options } : { defaultItems: options })}
        defaultFilter={(text, typed) =>
          isSearchedByServer === true || plainForm(text).includes(plainForm(typed))
        }
        isInvalid={Boolean(error)}
        className="grid w-full gap-1"
      >
        <FieldHead {...{ label, hint, error, optional }} />
        <Group className="relative">
          <Input className={`${inputLook} pe-11`} />
          <Button
            aria-label={t`Show the list`}
            className="absolute inset-y-0 end-0 grid w-11 place-items-center rounded-md text-ink-2 -outline-offset-3"
          >
            <Icon of={ChevronDown} />
          </Button>
        </Group>
        <Popover className={popoverLook}>
          <ListBox<ComboBoxOption>
            className="outline-none"
            renderEmptyState={() => (
              <p className="px-3 py-2 text-ink-2">
                <Trans>Nothing matches what was typed.</Trans>
              </p>
            )}
          >
            {(option) => (
              <ListBoxItem id={option.id} textValue={option.label} className={optionLook}>
                <Text slot="label" className="flex-1">
                  {option.label}
                </Text>
                {option.note && (
                  <Text slot="description" className="text-ink-3 text-sm">
                    {option.note}
                  </Text>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </AriaComboBox>
    </AriaLanguage>
  )
}

import { useLingui } from '@lingui/react/macro'
import { Search, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import {
  SearchField as AriaSearchField,
  type SearchFieldProps,
} from 'react-aria-components/SearchField'
import { inputLook, labelLook } from './field-parts.tsx'
import { Icon } from './Icon.tsx'

/** Escape or the cross empties it; on paper it stands only where it tells what was looked for. `hideLabel` only where a heading right above says the same. */
export function SearchField({
  label,
  hideLabel = false,
  ...props
}: Omit<SearchFieldProps, 'children' | 'className' | 'style'> & {
  label: string
  hideLabel?: boolean
}) {
  const { t } = useLingui()
  return (
    <AriaSearchField {...props} className="group grid min-w-0 gap-1 data-empty:print:hidden">
      <Label className={hideLabel ? 'sr-only' : labelLook}>{label}</Label>
      <div className="relative">
        <Icon
          of={Search}
          className="pointer-events-none absolute start-3.5 top-1/2 -translate-y-1/2 text-ink-3"
        />
        <Input className={`${inputLook} px-11 [&::-webkit-search-cancel-button]:hidden`} />
        <Button
          aria-label={t`Clear the search`}
          className="absolute inset-y-0 end-0 grid w-11 place-items-center rounded-md text-ink-2 -outline-offset-3 group-data-empty:hidden"
        >
          <Icon of={X} />
        </Button>
      </div>
    </AriaSearchField>
  )
}

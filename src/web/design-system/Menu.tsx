import type { LucideIcon } from 'lucide-react'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { AriaLanguage } from './AriaLanguage.tsx'
import { Icon } from './Icon.tsx'
import { optionLook, popoverLook } from './list-box-look.ts'

export type MenuEntry = {
  id: string
  label: string
  icon?: LucideIcon
  tone?: 'danger'
  isDisabled?: boolean
  onAction: () => void
}

/** Further actions behind one button; `children` is that Button or IconButton. */
export function Menu({
  children,
  label,
  entries,
}: {
  children: React.ReactNode
  label: string
  entries: readonly MenuEntry[]
}) {
  return (
    <AriaLanguage>
      <MenuTrigger>
        {children}
        <Popover className={popoverLook}>
          <AriaMenu aria-label={label} className="outline-none">
            {entries.map((entry) => (
              <MenuItem
                key={entry.id}
                id={entry.id}
                textValue={entry.label}
                isDisabled={entry.isDisabled ?? false}
                onAction={entry.onAction}
                className={`${optionLook} ${entry.tone === 'danger' ? 'text-late' : ''}`}
              >
                {entry.icon && <Icon of={entry.icon} />}
                {entry.label}
              </MenuItem>
            ))}
          </AriaMenu>
        </Popover>
      </MenuTrigger>
    </AriaLanguage>
  )
}

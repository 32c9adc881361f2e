import { ChevronRight } from 'lucide-react'
import { Icon } from './Icon.tsx'

/** Native details: find-in-page opens it, print and reader mode know it. Those of one `group` close each other. */
export function Disclosure({
  title,
  children,
  group,
  isOpen,
  onToggle,
}: {
  title: React.ReactNode
  children: React.ReactNode
  group?: string
  isOpen?: boolean
  onToggle?: (isOpen: boolean) => void
}) {
  return (
    <details
      {...(group && { name: group })}
      open={isOpen}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
      className="group border-line border-b"
    >
      <summary className="flex min-h-12 list-none items-center gap-3 rounded-md py-3 font-semibold hover:text-brand [&::-webkit-details-marker]:hidden">
        <Icon
          of={ChevronRight}
          className="text-ink-3 transition-transform duration-150 group-open:rotate-90"
        />
        {title}
      </summary>
      <div className="ps-8 pb-5">{children}</div>
    </details>
  )
}

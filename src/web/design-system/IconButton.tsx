import type { LucideIcon } from 'lucide-react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button'
import { Icon } from './Icon.tsx'

/** For narrow places only; the label is what screen readers and voice control hear. */
export function IconButton({
  icon,
  label,
  className = '',
  ...props
}: Omit<ButtonProps, 'children' | 'className' | 'style' | 'aria-label'> & {
  icon: LucideIcon
  label: string
  className?: string
}) {
  return (
    <AriaButton
      {...props}
      aria-label={label}
      className={`group relative grid size-11 shrink-0 place-items-center rounded-md text-ink-2 transition-colors duration-150 hover:bg-sunken hover:text-ink data-disabled:cursor-not-allowed data-disabled:opacity-50 ${className}`}
    >
      <Icon of={icon} />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute end-0 top-full z-30 mt-1 hidden w-max max-w-48 rounded-sm bg-ink px-2 py-0.5 text-paper text-sm group-hover:block group-data-focus-visible:block"
      >
        {label}
      </span>
    </AriaButton>
  )
}

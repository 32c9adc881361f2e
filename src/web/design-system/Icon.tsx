import type { LucideIcon } from 'lucide-react'

/** A line icon beside a word: hidden from screen readers, which hear the word. */
export function Icon({
  of: Shape,
  size = 20,
  className = '',
}: {
  of: LucideIcon
  size?: number
  className?: string
}) {
  return (
    <Shape
      size={size}
      strokeWidth={1.75}
      aria-hidden="true"
      focusable="false"
      className={`shrink-0 ${className}`}
    />
  )
}

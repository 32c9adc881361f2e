import { useLayoutEffect, useRef } from 'react'

/**
 * Looks and works as the design system's checkbox, on the browser's own: scrolling brings and takes away dozens of
 * these, which the other's care for presses and hovering would make slow.
 */
export function ChoiceBox({
  isSelected,
  isIndeterminate = false,
  isReached,
  onChange,
  children,
}: {
  isSelected: boolean
  isIndeterminate?: boolean
  /** By Tab. */
  isReached: boolean
  onChange: (isSelected: boolean) => void
  children: React.ReactNode
}) {
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    // There is no attribute for it.
    if (input.current) input.current.indeterminate = isIndeterminate
  }, [isIndeterminate])
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
      <input
        ref={input}
        type="checkbox"
        className="choice-box"
        checked={isSelected}
        tabIndex={isReached ? 0 : -1}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span className="min-w-0 pt-0.5">{children}</span>
    </label>
  )
}

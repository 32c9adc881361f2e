import { Check, Minus } from 'lucide-react'
import { Checkbox as AriaCheckbox, type CheckboxProps } from 'react-aria-components/Checkbox'

/** The whole line can be pressed. */
export function Checkbox({
  children,
  hint,
  ...props
}: Omit<CheckboxProps, 'children' | 'className' | 'style'> & {
  children: React.ReactNode
  hint?: React.ReactNode
}) {
  return (
    <AriaCheckbox
      {...props}
      className="group flex min-h-11 cursor-pointer items-start gap-3 rounded-md py-2 data-disabled:cursor-not-allowed data-disabled:text-ink-3"
    >
      {({ isIndeterminate }) => (
        <>
          <span
            aria-hidden="true"
            className="mt-0.5 grid size-6 shrink-0 place-items-center rounded-sm border-2 border-line-strong bg-surface text-on-brand group-hover:border-ink group-data-indeterminate:border-brand group-data-selected:border-brand group-data-invalid:border-late group-data-indeterminate:bg-brand group-data-selected:bg-brand group-data-disabled:opacity-50"
          >
            {isIndeterminate ? (
              <Minus size={17} strokeWidth={3} />
            ) : (
              <Check size={17} strokeWidth={3} className="hidden group-data-selected:block" />
            )}
          </span>
          <span className="pt-0.5">
            {children}
            {hint && <span className="block text-ink-2 text-sm">{hint}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  )
}

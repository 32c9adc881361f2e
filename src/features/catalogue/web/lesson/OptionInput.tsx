import { Check } from 'lucide-react'

/** The browser's own radio button or checkbox, in our drawing. */
export function OptionInput({
  type,
  ...props
}: Omit<React.ComponentProps<'input'>, 'className'> & { type: 'radio' | 'checkbox' }) {
  if (type === 'radio')
    return (
      <input
        {...props}
        type="radio"
        className="mt-px size-[1.375rem] shrink-0 cursor-pointer appearance-none rounded-full border-2 border-line-strong bg-surface checked:border-[7px] checked:border-brand"
      />
    )
  return (
    <span className="relative mt-px size-[1.375rem] shrink-0">
      <input
        {...props}
        type="checkbox"
        className="peer block size-full cursor-pointer appearance-none rounded-sm border-2 border-line-strong bg-surface checked:border-brand checked:bg-brand"
      />
      <Check
        aria-hidden="true"
        strokeWidth={3}
        className="pointer-events-none absolute inset-[3px] hidden size-4 text-on-brand peer-checked:block"
      />
    </span>
  )
}

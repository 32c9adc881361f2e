import { Check } from 'lucide-react'

/** The browser's own radio button or checkbox, in our drawing. */
export function OptionInput({
  type,
  tone = 'brand',
  ...props
}: Omit<React.ComponentProps<'input'>, 'className'> & {
  type: 'radio' | 'checkbox'
  tone?: keyof typeof tones
}) {
  const { ring, ground } = tones[tone]
  if (type === 'radio')
    return (
      <input
        {...props}
        type="radio"
        className={`mt-px size-[1.375rem] shrink-0 cursor-pointer appearance-none rounded-full border-2 border-line-strong bg-surface checked:border-[7px] ${ring}`}
      />
    )
  return (
    <span className="relative mt-px size-[1.375rem] shrink-0">
      <input
        {...props}
        type="checkbox"
        className={`peer block size-full cursor-pointer appearance-none rounded-sm border-2 border-line-strong bg-surface ${ring} ${ground}`}
      />
      <Check
        aria-hidden="true"
        strokeWidth={3}
        className="pointer-events-none absolute inset-[3px] hidden size-4 text-surface peer-checked:block"
      />
    </span>
  )
}

const tones = {
  brand: { ring: 'checked:border-brand', ground: 'checked:bg-brand' },
  done: { ring: 'checked:border-done', ground: 'checked:bg-done' },
  late: { ring: 'checked:border-late', ground: 'checked:bg-late' },
}

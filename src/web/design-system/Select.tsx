import { ChevronDown } from 'lucide-react'
import { type SelectHTMLAttributes, useId } from 'react'
import {
  type FieldWords,
  hintLook,
  inputLook,
  labelLook,
  OptionalMark,
  Problem,
} from './field-parts.tsx'
import { Icon } from './Icon.tsx'

type Props = FieldWords &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'className' | 'children'> & {
    options: readonly { value: string; label: string; isDisabled?: boolean }[]
    onChange?: (value: string) => void
    width?: 'full' | 'medium'
    /** For a filter in a row of tools, where the label stands before the control. */
    inline?: boolean
  }

/** The browser's own: on a phone it opens the system's wheel, which nothing of ours could better. */
export function Select({
  label,
  hint,
  error,
  optional,
  options,
  onChange,
  width = 'full',
  inline,
  ...props
}: Props) {
  const ownId = useId()
  const id = props.id ?? ownId
  return (
    <div className={inline ? 'flex items-center gap-2' : 'grid gap-1'}>
      <label htmlFor={id} className={inline ? 'text-ink-2' : labelLook}>
        {label}
        {optional && <OptionalMark />}
      </label>
      {hint && (
        <span id={`${id}-hint`} className={hintLook}>
          {hint}
        </span>
      )}
      {error && <Problem id={`${id}-error`}>{error}</Problem>}
      <div className={`relative ${width === 'medium' ? 'max-w-80' : ''}`}>
        <select
          {...props}
          id={id}
          onChange={(event) => onChange?.(event.target.value)}
          aria-invalid={Boolean(error)}
          aria-describedby={
            [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
          }
          className={`${inputLook} appearance-none pe-10`}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon
          of={ChevronDown}
          className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 text-ink-2"
        />
      </div>
    </div>
  )
}

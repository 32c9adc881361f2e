import { useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import {
  type FieldWords,
  hintLook,
  inputLook,
  labelLook,
  OptionalMark,
  Problem,
} from './field-parts.tsx'

type Part = 'day' | 'month' | 'year'
type Props = FieldWords & {
  /** Civil date `YYYY-MM-DD`; '' when empty. */
  defaultValue?: string
  /** Gets '' when all three are empty and `null` while they make no date. */
  onChange?: (date: string | null) => void
  /** Writes the date into the form under this name. */
  name?: string
  id?: string
}

/** Three fields in the order of the reader's language: a known date is typed faster than picked. */
export function DateField({
  label,
  hint,
  error,
  optional,
  defaultValue = '',
  onChange,
  name,
  ...props
}: Props) {
  const { t, i18n } = useLingui()
  const ownId = useId()
  const id = props.id ?? ownId
  const [year = '', month = '', day = ''] = defaultValue.split('-')
  const [parts, setParts] = useState<Record<Part, string>>({ day, month, year })
  const date = dateOf(parts)
  const words: Record<Part, string> = { day: t`Day`, month: t`Month`, year: t`Year` }
  const order: Part[] = i18n.locale === 'hu' ? ['year', 'month', 'day'] : ['day', 'month', 'year']

  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={
        [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
      }
      className="grid justify-items-start gap-1"
    >
      <legend className={`${labelLook} mb-1`}>
        {label}
        {optional && <OptionalMark />}
      </legend>
      {hint && (
        <span id={`${id}-hint`} className={hintLook}>
          {hint}
        </span>
      )}
      {error && <Problem id={`${id}-error`}>{error}</Problem>}
      <div className="flex flex-wrap gap-3">
        {order.map((part) => (
          <label key={part} className="grid gap-1 text-sm">
            {words[part]}
            <input
              type="text"
              inputMode="numeric"
              maxLength={part === 'year' ? 4 : 2}
              value={parts[part]}
              aria-invalid={Boolean(error)}
              onChange={(event) => {
                const next = { ...parts, [part]: event.target.value.replace(/\D/g, '') }
                setParts(next)
                onChange?.(dateOf(next))
              }}
              className={`${inputLook} text-base ${part === 'year' ? 'max-w-24' : 'max-w-18'}`}
            />
          </label>
        ))}
      </div>
      {name && <input type="hidden" name={name} value={date ?? 'incomplete'} />}
    </fieldset>
  )
}

/** '' when nothing is written, null when it is no day of the calendar. */
function dateOf({ day, month, year }: Record<Part, string>): string | null {
  if (!day && !month && !year) return ''
  const date = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const instant = new Date(`${date}T00:00:00Z`)
  const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date)
  return exists && year.length === 4 ? date : null
}

import { useLingui } from '@lingui/react'

const regions: Record<string, string> = { en: 'en-GB', pl: 'pl-PL', hu: 'hu-HU' }

/** Dates, numbers and shares in the reader's language. Nothing here is ever glued to an inflected word. */
export function useFormat(): Format {
  const { i18n } = useLingui()
  return formatFor(i18n.locale)
}

export type Format = ReturnType<typeof makeFormat>

const formatByLanguage = new Map<string, Format>()

export function formatFor(language: string): Format {
  const known = formatByLanguage.get(language)
  if (known) return known
  const made = makeFormat(regions[language] ?? 'en-GB')
  formatByLanguage.set(language, made)
  return made
}

function makeFormat(locale: string) {
  const dateFormat = (options: Intl.DateTimeFormatOptions) => {
    const local = once(() => new Intl.DateTimeFormat(locale, options))
    const civil = once(() => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }))
    // A civil date has no zone: read and written in UTC, it stays the same day everywhere.
    return (date: string | Date) =>
      typeof date === 'string' && date.length === 10
        ? civil().format(new Date(`${date}T00:00:00Z`))
        : local().format(new Date(date))
  }
  const numberFormat = (options: Intl.NumberFormatOptions = {}) => {
    const format = once(() => new Intl.NumberFormat(locale, options))
    return (value: number) => format().format(value)
  }
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }))
  const collator = once(() => new Intl.Collator(locale, { numeric: true }))

  return {
    /** 22 November 2026 · 22 listopada 2026 · 2026. november 22. */
    date: dateFormat({ dateStyle: 'long' }),
    /** 22/11/2026 · 22.11.2026 · 2026. 11. 22. */
    dateShort: dateFormat({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    dateTime: dateFormat({ dateStyle: 'long', timeStyle: 'short' }),
    time: dateFormat({ timeStyle: 'short' }),
    weekday: dateFormat({ weekday: 'long' }),
    /** The month's name standing alone: listopad, not listopada. */
    month: dateFormat({ month: 'long' }),
    monthYear: dateFormat({ month: 'long', year: 'numeric' }),
    number: numberFormat(),
    /** At most one digit after the comma. */
    decimal: numberFormat({ maximumFractionDigits: 1 }),
    /** Takes a share from 0 to 1. */
    percent: numberFormat({ style: 'percent', maximumFractionDigits: 0 }),
    /** Takes a share from 0 to 1; always one digit after the comma. */
    percentExact: numberFormat({
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }),
    /** "tomorrow", "in 5 days", "2 days ago": whole days from `today` to `date`, both civil. */
    relativeDay: (date: string, today = localDate(new Date())) =>
      relative().format(daysBetween(today, date), 'day'),
    list: (items: readonly string[]) => list().format(items),
    /** Orders names as the reader's language does. */
    compare: (a: string, b: string) => collator().compare(a, b),
  }
}

/** Each of these takes a slow processor 10 ms to make, and a page needs a few: made when first used. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Whole days from one civil date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** The civil date on this device's calendar. */
export function localDate(instant: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`
}

import type { Language } from '../../../contract/primitives.ts'

/** A civil date in full, as the language writes it: 27 November 2026 · 27 listopada 2026 · 2026. november 27. */
export function formatDate(civilDate: string, language: Language): string {
  const locale = language === 'en' ? 'en-GB' : language
  const at = new Date(`${civilDate}T12:00:00Z`)
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at)
}

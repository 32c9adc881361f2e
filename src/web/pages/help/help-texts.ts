import type { PartTexts } from '../../i18n/language.ts'

export const helpTexts: PartTexts = import.meta.glob<{ messages: Record<string, string> }>(
  './locales/*.po',
)

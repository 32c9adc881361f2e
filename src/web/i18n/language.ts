import { i18n } from '@lingui/core'
import type { Language } from '../../contract/primitives.ts'

/** Each language under its own name, the way its readers look for it. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  pl: 'Polski',
  hu: 'Magyar',
}

// Typed as keys of the record above, which TypeScript keeps complete.
export const languages = Object.keys(languageNames) as Language[]

const catalogues: Record<Language, () => Promise<{ messages: Parameters<typeof i18n.load>[1] }>> = {
  en: () => import('./catalogues/en.ts'),
  pl: () => import('./catalogues/pl.ts'),
  hu: () => import('./catalogues/hu.ts'),
}

/** Switches every text on the page; resolves once the catalogue is there. Remembered in this browser. */
export async function activateLanguage(language: Language): Promise<void> {
  if (i18n.locale === language) return
  const { messages } = await catalogues[language]()
  i18n.loadAndActivate({ locale: language, messages })
  document.documentElement.lang = language
  // biome-ignore lint/suspicious/noDocumentCookie: public/theme.js reads it before the first paint; Cookie Store is asynchronous
  document.cookie = `language=${language}; path=/; max-age=31536000; samesite=lax`
}

/** What this browser chose last, else what it asks for; `public/theme.js` has put it on `<html>`. */
export function browserLanguage(): Language {
  const { lang } = document.documentElement
  return languages.find((language) => language === lang) ?? 'en'
}

import { i18n, type Messages } from '@lingui/core'
import type { Language } from '../../contract/primitives.ts'

/** Each language under its own name, the way its readers look for it. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  pl: 'Polski',
  hu: 'Magyar',
}

// Typed as keys of the record above, which TypeScript keeps complete.
export const languages = Object.keys(languageNames) as Language[]

type Catalogue = () => Promise<{ messages: Messages }>

/** What the start page needs; the rest comes when somebody is about to leave it. */
const first: Record<Language, Catalogue> = {
  en: () => import('./catalogues/first-en.ts'),
  pl: () => import('./catalogues/first-pl.ts'),
  hu: () => import('./catalogues/first-hu.ts'),
}
const rest: Record<Language, Catalogue> = {
  en: () => import('./catalogues/rest-en.ts'),
  pl: () => import('./catalogues/rest-pl.ts'),
  hu: () => import('./catalogues/rest-hu.ts'),
}

/** Catalogues of one part of the app, a language each, as `import.meta.glob('./locales/*.po')` gives them. */
export type PartTexts = Record<string, Catalogue>

const wantedParts = new Set<PartTexts>()
const loaded = new Map<Catalogue, Messages>()
let wantsAll = false

/** Switches every text on the page; resolves once the catalogue is there. Remembered in this browser. */
export async function activateLanguage(language: Language): Promise<void> {
  if (i18n.locale === language) return
  await load(language)
  i18n.activate(language)
  document.documentElement.lang = language
  // biome-ignore lint/suspicious/noDocumentCookie: public/start.js reads it before the first paint; Cookie Store is asynchronous
  document.cookie = `language=${language}; path=/; max-age=31536000; samesite=lax`
}

/** Awaited before any page but the start page shows; from then on a change of language loads all of it. */
export async function loadAllTexts(): Promise<void> {
  wantsAll = true
  await load(languages.find((language) => language === i18n.locale) ?? browserLanguage())
}

/** Awaited before a part shows whose texts nobody else needs, such as help; it follows each change of language. */
export async function loadTextsOf(part: PartTexts): Promise<void> {
  wantedParts.add(part)
  await load(languages.find((language) => language === i18n.locale) ?? browserLanguage())
}

async function load(language: Language) {
  const parts = [...wantedParts].flatMap((part) => part[`./locales/${language}.po`] ?? [])
  // The later one wins: what the shell says is said everywhere in its words.
  const wanted = [...parts, ...(wantsAll ? [rest[language]] : []), first[language]]
  if (wanted.every((catalogue) => loaded.has(catalogue))) return
  const texts = await Promise.all(
    wanted.map(async (catalogue) => loaded.get(catalogue) ?? (await catalogue()).messages),
  )
  for (const [at, catalogue] of wanted.entries()) loaded.set(catalogue, texts[at] ?? {})
  i18n.load(language, Object.assign({}, ...texts))
}

/** What this browser chose last, else what it asks for; `public/start.js` has put it on `<html>`. */
export function browserLanguage(): Language {
  const { lang } = document.documentElement
  return languages.find((language) => language === lang) ?? 'en'
}

import { i18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { useDeferredValue } from 'react'
import type { Language } from '../../../contract/primitives.ts'
import { languages } from '../../../web/i18n/language.ts'

/** For loaders, which run outside React. */
export const readerLanguage = (): Language => languageOf(i18n.locale)

/** On a switch the page keeps its old words until the new ones have come. */
export function useReaderLanguage(): Language {
  const { i18n: own } = useLingui()
  return useDeferredValue(languageOf(own.locale))
}

const languageOf = (locale: string): Language =>
  languages.find((language) => language === locale) ?? 'en'

import { i18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { type Language, languages } from '../../../contract/primitives.ts'

/** For loaders: the root has put the reader's language in force before they run. */
export const currentLanguage = (): Language => asLanguage(i18n.locale)

/** For components: follows a change of language. */
export function useLanguage(): Language {
  const { i18n: current } = useLingui()
  return asLanguage(current.locale)
}

const asLanguage = (locale: string): Language => languages.find((each) => each === locale) ?? 'en'

import { useLingui } from '@lingui/react/macro'
import { languages } from '../../../../web/i18n/language.ts'
import { fieldWords } from '../../model/import-words.ts'

/** The words of fields and faults are shared with the file that the server writes. */
export function useWordsLanguage() {
  const { i18n } = useLingui()
  return languages.find((language) => language === i18n.locale) ?? 'en'
}

export const useFieldNames = () => fieldWords[useWordsLanguage()]

import { useLingui } from '@lingui/react/macro'
import { languages } from '../../../web/i18n/language.ts'
import { jobRoleName } from '../model/job-roles.ts'

/** For words that stand in the model because the server needs them too. */
export function useWordsLanguage() {
  const { i18n } = useLingui()
  return languages.find((language) => language === i18n.locale) ?? 'en'
}

export function useJobRoleName(): (jobRole: string | null) => string | null {
  const language = useWordsLanguage()
  return (jobRole) => jobRole && jobRoleName(jobRole, language)
}

import { useLingui } from '@lingui/react'
import type { Language } from '../../../contract/primitives.ts'

/** The language texts are asked for. */
export function useReaderLanguage(): Language {
  const { i18n } = useLingui()
  return i18n.locale as Language // only the three are ever activated
}

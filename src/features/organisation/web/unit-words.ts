import { useLingui } from '@lingui/react/macro'
import { languages } from '../../../contract/primitives.ts'
import { type MunicipalityType, typeWord, type UnitKind } from '../model/unit-kind.ts'
import { unitLabel } from '../model/unit-label.ts'

type Typed = { kind: UnitKind; municipalityType: MunicipalityType | null }

/** Names and types of units in the reader's language. */
export function useUnitWords() {
  const { i18n } = useLingui()
  const language = languages.find((each) => each === i18n.locale) ?? 'en'
  return {
    type: (unit: Typed) => typeWord(unit, language),
    label: (unit: Typed & { name: string; isNameShared: boolean }) => unitLabel(unit, language),
  }
}

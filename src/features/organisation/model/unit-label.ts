import type { Language } from '../../../contract/primitives.ts'
import { type MunicipalityType, typeWord, type UnitKind } from './unit-kind.ts'

/**
 * What a unit is called in a list or a title: its name as registered, never inflected, with the type after
 * it where another unit has the name too: "Urząd Gminy Krasnystaw (gmina wiejska)".
 */
export const unitLabel = (
  unit: {
    name: string
    kind: UnitKind
    municipalityType: MunicipalityType | null
    isNameShared: boolean
  },
  language: Language,
): string => (unit.isNameShared ? `${unit.name} (${typeWord(unit, language)})` : unit.name)

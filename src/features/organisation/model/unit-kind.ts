import type { Language } from '../../../contract/primitives.ts'

export const unitKinds = [
  'country',
  'region',
  'county',
  'county-office',
  'municipal-office',
  'government-office',
  'district-office',
  'department',
] as const
export type UnitKind = (typeof unitKinds)[number]

export const municipalityTypes = ['urban', 'urban-rural', 'rural', 'city'] as const
export type MunicipalityType = (typeof municipalityTypes)[number]

const offices: readonly UnitKind[] = [
  'county-office',
  'municipal-office',
  'government-office',
  'district-office',
]
/** Offices are what shares and rankings are counted by. */
export const isOfficeKind = (kind: UnitKind): boolean => offices.includes(kind)

/** What may stand directly below what. */
const childKinds: Record<UnitKind, readonly UnitKind[]> = {
  country: ['region', 'government-office', 'department'],
  region: ['county', 'municipal-office', 'county-office', 'department'],
  county: ['county-office', 'municipal-office'],
  'county-office': ['department'],
  'municipal-office': ['department'],
  'government-office': ['district-office', 'department'],
  'district-office': ['department'],
  department: ['department'],
}
export const mayStandBelow = (child: UnitKind, parent: UnitKind): boolean =>
  childKinds[parent].includes(child)
export const kindsBelow = (parent: UnitKind): readonly UnitKind[] => childKinds[parent]

/** The word that tells two units of one name apart. */
export const municipalityTypeWords: Record<Language, Record<MunicipalityType, string>> = {
  en: {
    urban: 'urban municipality',
    'urban-rural': 'urban-rural municipality',
    rural: 'rural municipality',
    city: 'city with county rights',
  },
  pl: {
    urban: 'gmina miejska',
    'urban-rural': 'gmina miejsko-wiejska',
    rural: 'gmina wiejska',
    city: 'miasto na prawach powiatu',
  },
  hu: {
    urban: 'városi község',
    'urban-rural': 'városi-vidéki község',
    rural: 'vidéki község',
    city: 'járási jogú város',
  },
}

export const unitKindWords: Record<Language, Record<UnitKind, string>> = {
  en: {
    country: 'country',
    region: 'region',
    county: 'county',
    'county-office': 'county office',
    'municipal-office': 'municipal office',
    'government-office': 'county government office',
    'district-office': 'district office',
    department: 'department',
  },
  pl: {
    country: 'kraj',
    region: 'województwo',
    county: 'powiat',
    'county-office': 'starostwo powiatowe',
    'municipal-office': 'urząd gminy lub miasta',
    'government-office': 'urząd rządowy w komitacie (Węgry)',
    'district-office': 'urząd dystryktu (Węgry)',
    department: 'komórka organizacyjna',
  },
  hu: {
    country: 'ország',
    region: 'vajdaság (Lengyelország)',
    county: 'járás (Lengyelország)',
    'county-office': 'starostwo (lengyel járási hivatal)',
    'municipal-office': 'önkormányzati hivatal (Lengyelország)',
    'government-office': 'vármegyei kormányhivatal',
    'district-office': 'járási hivatal',
    department: 'szervezeti egység',
  },
}

/** Type of unit in the reader's language; a municipality's own type where it has one. */
export const typeWord = (
  { kind, municipalityType }: { kind: UnitKind; municipalityType: MunicipalityType | null },
  language: Language,
): string =>
  municipalityType
    ? municipalityTypeWords[language][municipalityType]
    : unitKindWords[language][kind]

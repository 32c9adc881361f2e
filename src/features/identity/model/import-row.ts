import { type Role, roles } from '../../../contract/permission.ts'
import type { Language } from '../../../contract/primitives.ts'
import { headingForm } from './import-guess.ts'
import type { ImportFault, ImportField, ImportMapping } from './import-shape.ts'
import { jobRoleOf } from './job-roles.ts'
import { displayNameOf, sortNameOf, splitName } from './names.ts'

/** What a row says about a person, once nothing in it is wrong. */
export type PersonDraft = {
  externalId: string | null
  givenName: string
  familyName: string
  displayName: string
  sortName: string
  email: string
  unitId: string
  language: Language
  /** False when the file has no language for her: then it only decides the order of her names. */
  languageGiven: boolean
  jobRole: string | null
  hiredOn: string | null
  role: Role | null
}

export type UnitMatch = { id: string; country: 'pl' | 'hu'; inReach: boolean }

export type RowLookups = {
  /** Open units by code, name or short name as headingForm gives it; several where a name is shared. */
  unitsBy: (text: string) => readonly UnitMatch[]
  mayGive: (role: Role, unitId: string) => boolean
}

/** Reads one row by itself; what other rows and people on file say against it is checked after. */
export function readRow(
  cells: readonly string[],
  mapping: ImportMapping,
  lookups: RowLookups,
): { draft: PersonDraft; faults: ImportFault[] } {
  const faults: ImportFault[] = []
  const fault = (field: ImportField, code: ImportFault['code'], value = cell(field)) =>
    void faults.push({ field, code, value: value.slice(0, 200) })

  const unit = readUnit()
  const languageSaid = readLanguage()
  const language = languageSaid ?? (unit?.country === 'hu' ? 'hu' : 'pl')
  const { givenName, familyName } = readNames(language)
  const email = cell('email').toLowerCase()
  if (!email) fault('email', 'missing')
  else if (!isEmail(email)) fault('email', 'bad-email')
  const externalId = cell('externalId') || null
  if (mapping.externalId !== undefined && !externalId) fault('externalId', 'missing')
  const hiredOn = readDate(cell('hiredOn'))
  if (cell('hiredOn') && !hiredOn) fault('hiredOn', 'bad-date')
  const role = readRole()
  for (const field of ['externalId', 'givenName', 'familyName', 'displayName', 'jobRole'] as const)
    if (cell(field).length > 120) fault(field, 'too-long')
  return {
    faults,
    draft: {
      externalId,
      givenName,
      familyName,
      displayName: displayNameOf(givenName, familyName, language),
      sortName: sortNameOf(givenName, familyName),
      email,
      unitId: unit?.id ?? '',
      language,
      languageGiven: languageSaid !== null,
      jobRole: jobRoleOf(cell('jobRole')) || null,
      hiredOn,
      role,
    },
  }

  function cell(field: ImportField): string {
    const column = mapping[field]
    return column === undefined ? '' : (cells[column] ?? '').trim()
  }
  function readUnit(): UnitMatch | null {
    if (!cell('unit')) fault('unit', 'missing')
    const matches = cell('unit') ? lookups.unitsBy(headingForm(cell('unit'))) : []
    const reachable = matches.filter(({ inReach }) => inReach)
    const [only] = reachable
    if (only && reachable.length === 1) return only
    if (reachable.length > 1) fault('unit', 'ambiguous-unit')
    else if (matches.length > 0) fault('unit', 'unit-out-of-reach')
    else if (cell('unit')) fault('unit', 'unknown-unit')
    return null
  }
  function readLanguage(): Language | null {
    const said = headingForm(cell('language'))
    if (!said) return null
    const language = languageByWord[said]
    if (!language) fault('language', 'unknown-language')
    return language ?? null
  }
  function readNames(nameOrder: Language) {
    const givenName = cell('givenName')
    const familyName = cell('familyName')
    if (mapping.givenName !== undefined && mapping.familyName !== undefined) {
      if (!givenName) fault('givenName', 'missing')
      if (!familyName) fault('familyName', 'missing')
      return { givenName, familyName }
    }
    const names = splitName(cell('displayName'), nameOrder)
    if (!names) fault('displayName', 'missing')
    return names ?? { givenName: '', familyName: '' }
  }
  function readRole(): Role | null {
    const said = headingForm(cell('role'))
    if (!said) return null
    const role = roleByWord[said]
    if (!role) fault('role', 'unknown-role')
    else if (role !== 'learner' && unit && !lookups.mayGive(role, unit.id))
      fault('role', 'role-not-yours-to-give')
    // Every person is a learner without any grant.
    return role && role !== 'learner' ? role : null
  }
}

const isEmail = (text: string) =>
  text.length <= 200 &&
  /^[^\s@<>"(),:;[\]\\]+@[^\s@.<>"(),:;[\]\\]+(\.[^\s@.<>"(),:;[\]\\]+)+$/.test(text)

/** 2024-03-01, 1.3.2024, 01/03/2024 (day first), 2024. 03. 01.; null for a day that never was. */
export function readDate(text: string): string | null {
  const parts =
    /^(?<y>\d{4})[-./]\s?(?<m>\d{1,2})[-./]\s?(?<d>\d{1,2})\.?$/.exec(text)?.groups ??
    /^(?<d>\d{1,2})[-./]\s?(?<m>\d{1,2})[-./]\s?(?<y>\d{4})$/.exec(text)?.groups
  if (!parts) return null
  const date = `${parts.y}-${parts.m?.padStart(2, '0')}-${parts.d?.padStart(2, '0')}`
  const read = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== date) return null
  return date >= '1930-01-01' && date <= '2100-12-31' ? date : null
}

const languageByWord: Record<string, Language> = {
  pl: 'pl',
  polish: 'pl',
  polski: 'pl',
  lengyel: 'pl',
  hu: 'hu',
  hungarian: 'hu',
  wegierski: 'hu',
  magyar: 'hu',
  en: 'en',
  english: 'en',
  angielski: 'en',
  angol: 'en',
}

const roleByWord: Record<string, Role> = {
  ...Object.fromEntries(roles.map((role) => [headingForm(role), role])),
  clerk: 'learner',
  uczestnik: 'learner',
  uczestnikszkolenia: 'learner',
  urzednik: 'learner',
  ugyintezo: 'learner',
  resztvevo: 'learner',
  kepzesbenresztvevo: 'learner',
  prowadzacy: 'trainer',
  trener: 'trainer',
  oktato: 'trainer',
  koordynatorszkolen: 'training-officer',
  kepzesireferens: 'training-officer',
  supervisor: 'manager',
  przelozony: 'manager',
  kierownik: 'manager',
  vezeto: 'manager',
  kozvetlenvezeto: 'manager',
  autor: 'author',
  szerzo: 'author',
  egzaminator: 'examiner',
  vizsgaztato: 'examiner',
  tajemniczyklient: 'caller',
  probaugyfel: 'caller',
  wlascicielprogramu: 'owner',
  programgazda: 'owner',
  audytor: 'auditor',
  ellenor: 'auditor',
  admin: 'administrator',
  rendszergazda: 'administrator',
  adminisztrator: 'administrator',
}

import type { Language } from '../../../contract/primitives.ts'

/** Job roles that courses are written for, of one person; `catalogue` names the same keys in the plural. */
const namesByJobRole: Record<string, Record<Language, string>> = {
  'one-stop-shop-clerk': {
    en: 'One-stop-shop clerk',
    pl: 'Pracownik punktu obsługi mieszkańców',
    hu: 'Kormányablak-ügyintéző',
  },
  'general-clerk': { en: 'General clerk', pl: 'Referent', hu: 'Ügyintéző' },
  inspector: { en: 'Inspector', pl: 'Kontroler', hu: 'Hatósági ellenőr' },
  head: { en: 'Head of unit', pl: 'Kierownik komórki', hu: 'Szervezeti egység vezetője' },
}

/** Those with a name of ours, to choose from. */
export const jobRoleKeys = Object.keys(namesByJobRole)

/** Personnel systems may send roles we have no name for: those stay as they came. */
export const jobRoleName = (jobRole: string, language: Language): string =>
  namesByJobRole[jobRole]?.[language] ?? jobRole

/** The key of a job role told by its name in any language; other words stay as they are. */
export function jobRoleOf(words: string): string {
  const plain = words.trim().toLowerCase()
  const found = Object.entries(namesByJobRole).find(([, names]) =>
    Object.values(names).some((name) => name.toLowerCase() === plain),
  )
  return found?.[0] ?? words.trim()
}

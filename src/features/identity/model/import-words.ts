import type { Language } from '../../../contract/primitives.ts'
import type { ImportFaultCode, ImportField } from './import-shape.ts'

/**
 * The words of faults, in one place for the screen and for the file to download, which the server writes.
 */
export const faultWords: Record<Language, Record<ImportFaultCode, string>> = {
  en: {
    missing: 'Nothing is filled in',
    'bad-email': 'This is not an e-mail address',
    'duplicate-email-in-file': 'The same e-mail address is in another row',
    'duplicate-id-in-file': 'The same personnel number is in another row',
    'email-taken': 'Another person in the system has this e-mail address',
    'unknown-unit': 'There is no such office',
    'ambiguous-unit': 'Several offices have this name: use the code',
    'unit-out-of-reach': 'You may not import people into this office',
    'person-out-of-reach': 'This person works, or holds a role, in an office outside your reach',
    'bad-date': 'This is not a date: write 2026-11-22 or 22.11.2026',
    'unknown-language': 'Use pl, hu or en',
    'unknown-role': 'There is no such role',
    'role-not-yours-to-give': 'You may not grant this role in this office',
    'too-long': 'Longer than 120 characters',
  },
  pl: {
    missing: 'Pole jest puste',
    'bad-email': 'To nie jest adres e-mail',
    'duplicate-email-in-file': 'Ten sam adres e-mail jest w innym wierszu',
    'duplicate-id-in-file': 'Ten sam numer ewidencyjny jest w innym wierszu',
    'email-taken': 'Inna osoba w systemie ma ten adres e-mail',
    'unknown-unit': 'Nie ma takiego urzędu',
    'ambiguous-unit': 'Kilka urzędów ma tę nazwę: wpisz kod',
    'unit-out-of-reach': 'Brak uprawnień do importu osób do tego urzędu',
    'person-out-of-reach': 'Ta osoba pracuje lub pełni rolę w urzędzie poza zakresem uprawnień',
    'bad-date': 'To nie jest data: wpisz 2026-11-22 lub 22.11.2026',
    'unknown-language': 'Wpisz pl, hu lub en',
    'unknown-role': 'Nie ma takiej roli',
    'role-not-yours-to-give': 'Brak uprawnień do nadania tej roli w tym urzędzie',
    'too-long': 'Ponad 120 znaków',
  },
  hu: {
    missing: 'A mező üres',
    'bad-email': 'Ez nem e-mail-cím',
    'duplicate-email-in-file': 'Ugyanez az e-mail-cím másik sorban is szerepel',
    'duplicate-id-in-file': 'Ugyanez a törzsszám másik sorban is szerepel',
    'email-taken': 'Ezt az e-mail-címet a rendszerben más használja',
    'unknown-unit': 'Nincs ilyen hivatal',
    'ambiguous-unit': 'Több hivatal is viseli ezt a nevet: adja meg a kódját',
    'unit-out-of-reach': 'Ebbe a hivatalba nem importálhat személyeket',
    'person-out-of-reach':
      'Ez a személy olyan hivatalban dolgozik vagy tölt be szerepkört, amelyhez nincs jogosultsága',
    'bad-date': 'Ez nem dátum: írja így: 2026-11-22 vagy 2026. 11. 22.',
    'unknown-language': 'Használja a pl, hu vagy en jelölést',
    'unknown-role': 'Nincs ilyen szerepkör',
    'role-not-yours-to-give': 'Ezt a szerepkört ebben a hivatalban nem adhatja meg',
    'too-long': 'Hosszabb 120 karakternél',
  },
}

export const fieldWords: Record<Language, Record<ImportField, string>> = {
  en: {
    externalId: 'Personnel number',
    givenName: 'Given name',
    familyName: 'Family name',
    displayName: 'Full name',
    email: 'E-mail address',
    unit: 'Office (code or name)',
    jobRole: 'Job role',
    hiredOn: 'Employed from',
    language: 'Language',
    role: 'Role in Officina',
  },
  pl: {
    externalId: 'Numer ewidencyjny',
    givenName: 'Imię',
    familyName: 'Nazwisko',
    displayName: 'Imię i nazwisko',
    email: 'Adres e-mail',
    unit: 'Urząd (kod lub nazwa)',
    jobRole: 'Stanowisko',
    hiredOn: 'Zatrudnienie od',
    language: 'Język',
    role: 'Rola w Officinie',
  },
  hu: {
    externalId: 'Törzsszám',
    givenName: 'Utónév',
    familyName: 'Családi név',
    displayName: 'Teljes név',
    email: 'E-mail-cím',
    unit: 'Hivatal (kód vagy név)',
    jobRole: 'Munkakör',
    hiredOn: 'Jogviszony kezdete',
    language: 'Nyelv',
    role: 'Szerepkör az Officinában',
  },
}

export const faultFileWords: Record<Language, { row: string; reason: string }> = {
  en: { row: 'Row', reason: 'What is wrong' },
  pl: { row: 'Wiersz', reason: 'Co jest nie tak' },
  hu: { row: 'Sor', reason: 'Mi a hiba' },
}

/** One line a fault: "E-mail address: This is not an e-mail address (anna@)". */
export const faultLine = (
  fault: { field: ImportField; code: ImportFaultCode; value: string; row?: number | undefined },
  language: Language,
) => {
  const detail = [fault.value, fault.row ? `${faultFileWords[language].row} ${fault.row}` : '']
    .filter(Boolean)
    .join(', ')
  const words = `${fieldWords[language][fault.field]}: ${faultWords[language][fault.code]}`
  return detail ? `${words} (${detail})` : words
}

import { type ImportField, type ImportMapping, importFields } from './import-shape.ts'

/** Guesses which column is what from the headings personnel systems of the three countries use. */
export function guessMapping(columns: readonly string[]): ImportMapping {
  const mapping: ImportMapping = {}
  const headings = columns.map(headingForm)
  for (const field of importFields) {
    const exact = headings.findIndex((heading) => headingsByField[field].includes(heading))
    if (exact >= 0 && !Object.values(mapping).includes(exact)) mapping[field] = exact
  }
  return mapping
}

/** Fields without which no row can be taken over, that the mapping does not give. */
export function missingFields(mapping: ImportMapping): ImportField[] {
  const missing: ImportField[] = []
  const hasName =
    mapping.displayName !== undefined ||
    (mapping.givenName !== undefined && mapping.familyName !== undefined)
  if (!hasName) missing.push(mapping.givenName === undefined ? 'givenName' : 'familyName')
  if (mapping.email === undefined) missing.push('email')
  if (mapping.unit === undefined) missing.push('unit')
  return missing
}

/** Lower case, without accents, spaces and signs: "Adres e-mail" → "adresemail". */
export const headingForm = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')

const headingsByField: Record<ImportField, readonly string[]> = {
  externalId: [
    'id',
    'externalid',
    'personnelnumber',
    'employeenumber',
    'employeeid',
    'staffnumber',
    'personnelid',
    'numerewidencyjny',
    'nrewidencyjny',
    'numerpracownika',
    'nrpracownika',
    'identyfikator',
    'numerkadrowy',
    'azonosito',
    'torzsszam',
    'dolgozoiazonosito',
    'szemelyazonosito',
  ],
  givenName: ['givenname', 'firstname', 'forename', 'imie', 'imiona', 'keresztnev', 'utonev'],
  familyName: ['familyname', 'lastname', 'surname', 'nazwisko', 'vezeteknev', 'csaladinev'],
  displayName: [
    'name',
    'fullname',
    'displayname',
    'imieinazwisko',
    'nazwiskoiimie',
    'pracownik',
    'nev',
    'teljesnev',
  ],
  email: [
    'email',
    'emailaddress',
    'mail',
    'workemail',
    'adresemail',
    'adrespocztyelektronicznej',
    'poczta',
    'emailsluzbowy',
    'emailcim',
    'hivatalicim',
    'hivatalemail',
  ],
  unit: [
    'unit',
    'unitcode',
    'office',
    'officecode',
    'organisation',
    'organization',
    'teryt',
    'terc',
    'kodjednostki',
    'jednostka',
    'urzad',
    'komorkaorganizacyjna',
    'komorka',
    'szervezetiegyseg',
    'hivatal',
    'hivatalkod',
    'egyseg',
    'egysegkod',
  ],
  jobRole: ['jobrole', 'job', 'position', 'jobtitle', 'stanowisko', 'munkakor', 'beosztas'],
  hiredOn: [
    'hiredon',
    'hired',
    'hiredate',
    'startdate',
    'employedfrom',
    'from',
    'datazatrudnienia',
    'zatrudnionyod',
    'zatrudnionaod',
    'zatrudnienieod',
    'belepes',
    'belepesdatuma',
    'belepesnapja',
    'jogviszonykezdete',
  ],
  language: ['language', 'lang', 'jezyk', 'nyelv'],
  role: ['role', 'systemrole', 'rola', 'rolawsystemie', 'uprawnienia', 'szerepkor', 'jogosultsag'],
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CheckLookups, checkRows, type OnFile } from './import-check.ts'
import { guessMapping, missingFields } from './import-guess.ts'
import { readDate } from './import-row.ts'
import { importFaultCodes, importFields } from './import-shape.ts'
import { faultLine, faultWords, fieldWords } from './import-words.ts'

test.each([
  [
    [
      'Numer ewidencyjny',
      'Imię',
      'Nazwisko',
      'Adres e-mail',
      'Kod jednostki',
      'Stanowisko',
      'Data zatrudnienia',
      'Rola',
    ],
  ],
  [
    [
      'Törzsszám',
      'Utónév',
      'Családi név',
      'E-mail-cím',
      'Szervezeti egység',
      'Munkakör',
      'Belépés dátuma',
      'Szerepkör',
    ],
  ],
  [
    [
      'Personnel number',
      'First name',
      'Surname',
      'E-mail',
      'Office',
      'Position',
      'Hire date',
      'Role',
    ],
  ],
])('guesses %s', (columns) => {
  expect(guessMapping(columns)).toEqual({
    externalId: 0,
    givenName: 1,
    familyName: 2,
    email: 3,
    unit: 4,
    jobRole: 5,
    hiredOn: 6,
    role: 7,
  })
})

test('names what no row can do without', () => {
  expect(missingFields({})).toEqual(['givenName', 'email', 'unit'])
  expect(missingFields({ givenName: 0, email: 1, unit: 2 })).toEqual(['familyName'])
  expect(missingFields({ displayName: 0, email: 1, unit: 2 })).toEqual([])
})

test.each([
  ['2024-02-29', '2024-02-29'],
  ['29.02.2024', '2024-02-29'],
  ['1/3/2024', '2024-03-01'],
  ['2024. 03. 01.', '2024-03-01'],
  ['29.02.2023', null],
  ['2024-13-01', null],
  ['yesterday', null],
  ['1800-01-01', null],
])('reads the date %s', (text, date) => expect(readDate(text)).toBe(date))

const mapping = {
  externalId: 0,
  givenName: 1,
  familyName: 2,
  email: 3,
  unit: 4,
  hiredOn: 5,
  role: 6,
  language: 7,
}
const lookups = (people: OnFile[] = []): CheckLookups => ({
  unitsBy: (text) =>
    ({
      '0610033': [{ id: 'leczna', country: 'pl' as const, inReach: true }],
      krasnystaw: [
        { id: 'town', country: 'pl' as const, inReach: true },
        { id: 'rural', country: 'pl' as const, inReach: true },
      ],
      ajka: [{ id: 'ajka', country: 'hu' as const, inReach: false }],
    })[text] ?? [],
  mayGive: (role) => role !== 'administrator',
  byExternalId: new Map(
    people.flatMap((person) => (person.externalId ? [[person.externalId, person]] : [])),
  ),
  byEmail: new Map(people.map((person) => [person.email, person])),
})
const check = (rows: string[][], people: OnFile[] = []) =>
  checkRows(
    rows.map((cells, index) => ({ rowNumber: index + 2, cells })),
    mapping,
    lookups(people),
  )
const faultsOf = (cells: string[], people: OnFile[] = []) => {
  const [row] = check([cells], people)
  return row?.outcome === 'faulty' ? row.faults.map(({ field, code }) => `${field} ${code}`) : []
}
const good = [
  '77',
  'Anna',
  'Mazur',
  'Anna.Mazur@Office.test',
  '0610033',
  '1.3.2020',
  'trener',
  'pl',
]

test('a good row makes a person', () => {
  expect(check([good])).toEqual([
    {
      outcome: 'create',
      draft: {
        externalId: '77',
        givenName: 'Anna',
        familyName: 'Mazur',
        displayName: 'Anna Mazur',
        sortName: 'Mazur Anna',
        email: 'anna.mazur@office.test',
        unitId: 'leczna',
        language: 'pl',
        languageGiven: true,
        jobRole: null,
        hiredOn: '2020-03-01',
        role: 'trainer',
      },
    },
  ])
})

test.each([
  [1, '', 'givenName missing'],
  [3, '', 'email missing'],
  [3, 'anna@', 'email bad-email'],
  [4, '', 'unit missing'],
  [4, 'Atlantis', 'unit unknown-unit'],
  [4, 'Krasnystaw', 'unit ambiguous-unit'],
  [4, 'Ajka', 'unit unit-out-of-reach'],
  [5, '31.02.2020', 'hiredOn bad-date'],
  [6, 'king', 'role unknown-role'],
  [6, 'administrator', 'role role-not-yours-to-give'],
  [7, 'de', 'language unknown-language'],
  [0, '', 'externalId missing'],
])('column %i as "%s": %s', (column, value, fault) => {
  expect(faultsOf(good.with(column, value))).toEqual([fault])
})

test('two rows of one file cannot be the same person', () => {
  const rows = check([good, good.with(0, '78').with(1, 'Ewa')])
  expect(rows.map(({ outcome }) => outcome)).toEqual(['create', 'faulty'])
  expect(rows[1]).toMatchObject({ faults: [{ code: 'duplicate-email-in-file', row: 2 }] })
})

test('people on file are met by personnel number, then by address', () => {
  const [made] = check([good])
  if (made?.outcome !== 'create') throw new Error('expected a new person')
  const { role: _, languageGiven: __, ...onFile } = made.draft
  const person: OnFile = {
    ...onFile,
    id: 'p',
    active: true,
    inReach: true,
    hasRoleBeyond: false,
    grants: ['trainer:leczna'],
  }
  const outcome = (cells: string[], people: OnFile[]) => check([cells], people)[0]?.outcome
  expect(outcome(good, [person])).toBe('unchanged')
  expect(outcome(good, [{ ...person, grants: [] }])).toBe('update')
  expect(outcome(good, [{ ...person, active: false }])).toBe('update')
  expect(outcome(good.with(3, 'new@office.test'), [person])).toBe('update')
  expect(outcome(good, [{ ...person, externalId: null }])).toBe('update')
  expect(faultsOf(good, [{ ...person, externalId: '99' }])).toEqual(['email email-taken'])
  expect(faultsOf(good, [{ ...person, inReach: false }])).toEqual(['email person-out-of-reach'])
  const superior = { ...person, hasRoleBeyond: true }
  expect(outcome(good, [superior])).toBe('unchanged')
  expect(faultsOf(good.with(3, 'mine@office.test'), [superior])).toEqual([
    'email person-out-of-reach',
  ])
})

test('any table is checked without an exception, row by row, and twice alike', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom(...good, 'Krasnystaw', '2024-02-30'))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 20 }), (rows) => {
      const checked = check(rows)
      expect(checked).toHaveLength(rows.length)
      expect(check(rows)).toEqual(checked)
      for (const row of checked)
        if (row.outcome === 'faulty')
          for (const fault of row.faults) expect(faultLine(fault, 'hu')).not.toContain('undefined')
    }),
  )
})

test('every fault and field has words in every language', () => {
  for (const language of ['en', 'pl', 'hu'] as const) {
    expect(Object.keys(faultWords[language]).sort()).toEqual([...importFaultCodes].sort())
    expect(Object.keys(fieldWords[language]).sort()).toEqual([...importFields].sort())
  }
})

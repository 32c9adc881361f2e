import { expect, test } from 'vitest'
import { displayNameOf, initialsOf, sortNameOf, splitName } from './names.ts'

test.each([
  ['Anna Mazur', 'AM'],
  ['Kovács Eszter', 'KE'],
  ['Ewa Nowak-Wójcik', 'EW'],
  ['Łucja', 'Ł'],
  ['', ''],
])('initials of %s', (name, initials) => expect(initialsOf(name)).toBe(initials))

test('each language writes names in its own order, lists sort by family name', () => {
  expect(displayNameOf('Eszter', 'Kovács', 'hu')).toBe('Kovács Eszter')
  expect(displayNameOf('Anna', 'Mazur', 'pl')).toBe('Anna Mazur')
  expect(sortNameOf('Anna', 'Mazur')).toBe('Mazur Anna')
})

test.each([
  ['Anna Mazur', 'pl', { givenName: 'Anna', familyName: 'Mazur' }],
  ['Anna Maria Mazur', 'pl', { givenName: 'Anna Maria', familyName: 'Mazur' }],
  ['Mazur, Anna', 'pl', { givenName: 'Anna', familyName: 'Mazur' }],
  ['Kovács Eszter', 'hu', { givenName: 'Eszter', familyName: 'Kovács' }],
  ['Mazur', 'pl', null],
] as const)('%s in %s', (name, language, parts) => expect(splitName(name, language)).toEqual(parts))

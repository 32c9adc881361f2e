import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minimumPasswordLength, passwordFault } from './password-rules.ts'

const words = ['Dorota Wrona', 'dorota.wrona@office.test', 'officina']

test.each([
  ['short', 'too-short'],
  ['elevensigns', 'too-short'],
  ['aaaaaaaaaaaaaaaa', 'too-common'],
  ['abcabcabcabc', 'too-common'],
  ['password2026!', 'too-common'],
  ['P@ssw0rd12345', 'too-common'],
  ['Hasło12345678', 'too-common'],
  ['jelszo123456', 'too-common'],
  ['123456789012', 'too-common'],
  ['qwertyuiop12', 'too-common'],
  ['wrona.dorota1', 'too-personal'],
  ['officina-demo', 'too-personal'],
  ['seven green umbrellas', null],
  ['zielona łąka za urzędem', null],
  ['officina stoi nad rzeką', null],
])('%s: %s', (password, fault) => {
  expect(passwordFault(password, words)).toBe(fault)
})

test('long sentences of ordinary words pass, whatever signs they hold or lack', () => {
  const word = fc.constantFrom(
    'kettle',
    'umbrella',
    'garden',
    'pencil',
    'meadow',
    'lantern',
    'violin',
  )
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 3, maxLength: 5 }), (chosen) => {
      expect(passwordFault(chosen.join(' '), words)).toBeNull()
    }),
  )
})

test('never throws, and what is shorter than the minimum never passes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (password, others) => {
      const fault = passwordFault(password, others)
      if ([...password].length < minimumPasswordLength) expect(fault).toBe('too-short')
    }),
  )
})

import { expect, test } from 'vitest'
import { languages } from '../../../contract/primitives.ts'
import { refuseClosingDay, refuseDay } from './change-day.ts'
import { kindsBelow, mayStandBelow, typeWord, unitKinds } from './unit-kind.ts'
import { unitLabel } from './unit-label.ts'

test.each([
  ['2026-03-01', null],
  ['2026-03-02', null],
  ['2026-02-28', '2026-03-01'],
  ['2026-11-18', null],
  ['2026-11-19', '2026-03-01'],
])('a change on %s after one on 1 March', (on, earliest) => {
  expect(refuseDay(on, '2026-03-01', '2026-11-18')?.earliest ?? null).toBe(earliest)
})

test('a unit is open for a day at least', () => {
  expect(refuseClosingDay('2026-02-28', '2026-02-28', '2026-11-18')).toEqual({
    earliest: '2026-03-01',
  })
  expect(refuseClosingDay('2026-03-01', '2026-02-28', '2026-11-18')).toBeNull()
})

test('a department has only departments below it, and nothing stands below itself but a department', () => {
  expect(kindsBelow('department')).toEqual(['department'])
  for (const kind of unitKinds.filter((each) => each !== 'department'))
    expect(mayStandBelow(kind, kind), kind).toBe(false)
})

test('names stay as they are; the type is added where a name is shared', () => {
  const town = {
    name: 'Urząd Miasta Krasnystaw',
    kind: 'municipal-office',
    municipalityType: 'urban',
  } as const
  expect(unitLabel({ ...town, isNameShared: true }, 'pl')).toBe(
    'Urząd Miasta Krasnystaw (gmina miejska)',
  )
  expect(unitLabel({ ...town, isNameShared: false }, 'pl')).toBe(town.name)
  for (const language of languages)
    for (const kind of unitKinds)
      expect(typeWord({ kind, municipalityType: null }, language)).not.toBe('')
})

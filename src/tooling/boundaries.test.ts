import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findCycles, findViolations, refusal } from './boundaries.ts'

const source = join(import.meta.dirname, '..')
const badSource = join(import.meta.dirname, 'fixtures/bad-boundaries')

describe('boundaries of the source', () => {
  test('no import is refused', () => {
    expect(findViolations(source)).toEqual([])
  })

  test('no files import each other in a circle', () => {
    expect(findCycles(source)).toEqual([])
  })
})

describe('the checks can fail', () => {
  test('each rule refuses its bad fixture', () => {
    const found = findViolations(badSource).map(({ file, imports }) => `${file} → ${imports}`)
    expect(found.sort()).toEqual([
      'features/catalogue/index-user.ts → features/catalogue/index.ts',
      'features/catalogue/server/knows-later-slice.ts → features/reporting/server/public.ts',
      'features/learning/contract.ts → features/learning/server/store.ts',
      'features/learning/model/impure.ts → server/db/connect.ts',
      'features/learning/server/reads-inside.ts → features/catalogue/server/store.ts',
      'features/learning/server/shows.ts → features/learning/web/Page.tsx',
      'features/learning/web/Inside.tsx → features/catalogue/web/Page.tsx',
      'features/learning/web/Page.tsx → features/learning/server/store.ts',
      'features/learning/web/marks.ts → features/learning/questions/score-order.ts',
    ])
  })

  test('a circle is found', () => {
    expect(findCycles(badSource)).toEqual([
      [
        'features/reporting/model/a.ts',
        'features/reporting/model/b.ts',
        'features/reporting/model/a.ts',
      ],
    ])
  })
})

test.each([
  ['features/learning/web/Page.tsx', 'web/api.ts'],
  ['features/learning/web/Page.tsx', 'features/catalogue/web/public.tsx'],
  ['features/learning/server/handlers.ts', 'features/catalogue/server/public.ts'],
  ['features/learning/server/handlers.ts', 'server/db/connect.ts'],
  ['features/learning/model/rule.ts', 'contract/primitives.ts'],
])('%s may import %s', (from, to) => {
  expect(refusal(from, to)).toBeNull()
})

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findCycles, findViolations, impure, refusal, rules } from './boundaries.ts'

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
  const found = findViolations(badSource)

  test('each rule refuses its bad fixture, and a rule without one fails here', () => {
    const ruleByImport = Object.fromEntries(
      found.map(({ file, imports, rule }) => [`${file} → ${imports}`, rule]),
    )
    expect(ruleByImport).toEqual({
      'features/catalogue/index-user.ts → features/catalogue/index.ts':
        'no barrels: import the file itself',
      'features/catalogue/server/knows-later-slice.ts → features/reporting/server/public.ts':
        'a slice knows only those before it: send an event instead',
      'features/catalogue/server/ships-a-test.ts → testing/world.ts':
        'what ships knows neither tests nor tooling',
      'features/learning/contract.ts → features/learning/server/store.ts':
        'a contract imports primitives, contracts and models',
      'features/learning/model/foreign.ts → features/catalogue/model/rule.ts':
        'a model holds pure rules: it imports its own model and contracts',
      'features/learning/model/impure.ts → server/db/connect.ts':
        'a model holds pure rules: it imports its own model and contracts',
      'features/learning/model/reads-the-clock.ts → Date.now()': impure,
      'features/learning/model/reads-the-clock.ts → node:fs': impure,
      'features/learning/server/reads-inside.ts → features/catalogue/server/store.ts':
        "another slice's server is reached through its server/public.ts",
      'features/learning/server/shows.ts → features/learning/web/Page.tsx':
        'the server never imports a screen',
      'features/learning/web/Inside.tsx → features/catalogue/web/Page.tsx':
        "another slice's screens are reached through its web/public.tsx",
      'features/learning/web/Page.tsx → features/learning/server/store.ts':
        'the browser never imports a server module',
      'features/learning/web/marks.ts → features/learning/questions/score-order.ts':
        'the browser never imports a server module',
    })
    const broken = new Set(found.map(({ rule }) => rule))
    expect(rules.map(({ says }) => says).filter((says) => !broken.has(says))).toEqual([])
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
  ['features/identity/server/auth-fixture.ts', 'testing/database.ts'],
])('%s may import %s', (from, to) => {
  expect(refusal(from, to)).toBeNull()
})

import { expect, test } from 'vitest'
import { listProcedures } from '../testing/procedures.ts'

// src/web/api.ts asks the slice catalogue by GET, and nothing else: `kept` says the same of each of its procedures.
test('the browser keeps the answers of the catalogue, and no others', () => {
  const all = listProcedures()
  const kept = all.filter(({ isKept }) => isKept).map(({ name }) => name)
  expect(kept.length).toBeGreaterThan(2)
  expect(kept).toEqual(all.map(({ name }) => name).filter((name) => name.startsWith('catalogue.')))
})

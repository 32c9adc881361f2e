import { StandardRPCJsonSerializer } from '@orpc/client/standard'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPlainJson } from './rpc-handler.ts'

const special = fc.oneof(
  fc.date(),
  fc.bigInt(),
  fc.constant(undefined),
  fc.constant(Number.NaN),
  fc.constant(new Set([1])),
  fc.constant(new Map([[1, 2]])),
  fc.constant(new URL('https://office.example')),
  fc.constant(/a/),
  fc.constant(new Blob(['x'])),
)
const anything = fc.object({
  values: [fc.string(), fc.double(), fc.boolean(), fc.constant(null), special],
  maxDepth: 3,
})

test('what goes out as it is would have come out of oRPC’s copy the same, with nothing to add', () => {
  const copy = new StandardRPCJsonSerializer()
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), anything), (data) => {
      fc.pre(isPlainJson(data))
      const [json, ...rest] = copy.serialize(data)
      expect(JSON.stringify(json)).toBe(JSON.stringify(data))
      expect(rest).toEqual([[], [], []])
    }),
    { numRuns: 500 },
  )
})

test('JSON is known as such, and a value it cannot say is found wherever it is', () => {
  fc.assert(fc.property(fc.jsonValue(), isPlainJson))
  for (const value of [
    new Date(),
    1n,
    Number.NaN,
    new Set(),
    new Map(),
    new URL('a:b'),
    /a/,
    new Blob(),
  ])
    for (const data of [value, [value], { value }, { a: [{ value }] }])
      expect(isPlainJson(data)).toBe(false)
  // An absent property is left out either way; an absent item of a list must be told.
  expect(isPlainJson({ a: undefined })).toBe(true)
  expect(isPlainJson([undefined])).toBe(false)
  expect(isPlainJson(new (class {})())).toBe(false)
})

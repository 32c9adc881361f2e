import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { columnsOf, rowsOf } from './columns.ts'

test('rows come back as they were sent', () => {
  const row = fc.record({ name: fc.string(), seconds: fc.nat(), due: fc.option(fc.string()) })
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const columns = {
        name: rows.map(({ name }) => name),
        seconds: rows.map(({ seconds }) => seconds),
        due: rows.map(({ due }) => due),
      }
      expect(rowsOf(columns)).toEqual(rows)
    }),
  )
})

test('the schema holds each value to its field', () => {
  const schema = columnsOf(z.object({ name: z.string(), seconds: z.number() }))
  expect(schema.parse({ name: ['a'], seconds: [1] })).toEqual({ name: ['a'], seconds: [1] })
  expect(() => schema.parse({ name: ['a'], seconds: ['1'] })).toThrow()
  expect(() => schema.parse({ name: ['a'] })).toThrow()
})

test('lists of different lengths are refused, not guessed at', () => {
  expect(() => rowsOf({ name: ['a', 'b'], seconds: [1] })).toThrow('lengths')
})

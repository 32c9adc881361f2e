import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalogue } from '../../contract.ts'
import { filtersIn, hasFilter, withFilter } from './course-filters.ts'

test('reads the filters of an address', () => {
  const address = 'q=%20obs%C5%82uga&topic=client-service&audience=head&language=hu&minutes=120'
  expect(filtersIn(new URLSearchParams(address))).toEqual({
    query: 'obsługa',
    topic: 'client-service',
    audience: 'head',
    readableIn: 'hu',
    maxMinutes: 120,
  })
})

test('leaves out what makes no sense', () => {
  const address = 'topic=constructor&audience=x&language=de&minutes=7'
  expect(filtersIn(new URLSearchParams(address))).toEqual({ query: '' })
})

test('whatever the address says, the server takes it', () => {
  const { inputSchema } = catalogue.search['~orpc']
  const name = fc.constantFrom('q', 'topic', 'audience', 'language', 'minutes')
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string({ unit: 'binary' }))), (pairs) => {
      const input = { language: 'en', ...filtersIn(new URLSearchParams(pairs)) }
      expect(inputSchema?.safeParse(input).success).toBe(true)
    }),
  )
})

test('an emptied filter leaves the address; other parts of it stay', () => {
  const params = new URLSearchParams('q=call&from=mail')
  expect(hasFilter(params)).toBe(true)
  expect(withFilter(params, 'topic', 'wellbeing').toString()).toBe(
    'q=call&from=mail&topic=wellbeing',
  )
  const emptied = withFilter(params, 'q', '')
  expect(emptied.toString()).toBe('from=mail')
  expect(hasFilter(emptied)).toBe(false)
})

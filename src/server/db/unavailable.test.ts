import { DrizzleQueryError } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { isUnavailable, tellUnavailable } from './unavailable.ts'

const coded = (code: string, options?: ErrorOptions) =>
  Object.assign(new Error(code, options), { code })

it.each([
  'CONNECTION_CLOSED',
  'ECONNREFUSED',
  '57P01',
  '57P03',
  '53100',
  '53300',
  '08006',
  '40P01',
  '58030',
])('knows that %s passes, however deep it is wrapped', (code) => {
  expect(isUnavailable(coded(code))).toBe(true)
  expect(isUnavailable(new DrizzleQueryError('select 1', [], coded(code)))).toBe(true)
  expect(isUnavailable(new AggregateError([coded(code)], 'all addresses failed'))).toBe(true)
})

it.each(['23505', '42P01', '22P02', '58P01', 'ERR_INVALID_ARG_TYPE'])(
  'takes %s for a defect',
  (code) => {
    expect(isUnavailable(coded(code))).toBe(false)
  },
)

it('tells the error where PostgreSQL answered, and the code alone of a lost connection', () => {
  const full = coded('53100')
  const wrapped = new DrizzleQueryError('select $1', ['a name'], full)
  expect(tellUnavailable(wrapped)).toEqual({ why: '53100', err: full })
  expect(tellUnavailable(coded('ECONNREFUSED'))).toEqual({ why: 'ECONNREFUSED' })
})

it('takes anything else for a defect', () => {
  expect(isUnavailable(new TypeError('x is undefined'))).toBe(false)
  expect(isUnavailable(null)).toBe(false)
})

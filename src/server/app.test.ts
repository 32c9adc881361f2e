import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/database.ts'
import { createApp } from './app.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const logged: object[] = []
const appOf = ({ db }: TestDatabase) =>
  createApp({
    db,
    readDb: db,
    config: {
      timeZone: 'Europe/Warsaw',
      publicUrl: 'http://officina.test',
      demo: true,
      oidc: null,
      hasMailServer: false,
    },
    clock: () => new Date('2026-11-22T10:00:00Z'),
    log: { info: () => {}, warn: () => {}, error: (fields) => logged.push(fields) },
    authHandler: async () => new Response(),
    resolveSession: async () => null,
  })

test('a defect becomes one 500 and one line of the log, both with the request id', async () => {
  await database.sql`alter table person rename to person_that_is_gone`
  const response = await appOf(database)(
    new Request('http://officina.test/api/sign-in-options', {
      headers: { 'x-request-id': 'trace-0123456789' },
    }),
  )
  expect(response.status).toBe(500)
  expect(response.headers.get('x-request-id')).toBe('trace-0123456789')
  expect(await response.text()).not.toContain('person_that_is_gone')
  expect(logged).toEqual([
    expect.objectContaining({ requestId: 'trace-0123456789', pathname: '/api/sign-in-options' }),
  ])
})

test('a refusal is an answer, not a line of the log', async () => {
  logged.length = 0
  const response = await appOf(database)(new Request('http://officina.test/api/me/profile'))
  expect(response.status).toBe(401)
  expect(logged).toEqual([])
})

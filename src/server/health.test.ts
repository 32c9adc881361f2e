import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/database.ts'
import { createHealth } from './health.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

test.each([
  ['does not come', () => new Promise<string>(() => {})],
  ['cannot be found out', () => Promise.reject(new Error('no disk'))],
])('a server whose warning %s is ready without it', async (_, warn) => {
  const began = performance.now()
  const ready = await createHealth(database.sql, { warn }).ready()
  expect(performance.now() - began).toBeLessThan(2500)
  expect(ready.status).toBe(200)
  expect(await ready.json()).toEqual({ status: 'ready' })
})

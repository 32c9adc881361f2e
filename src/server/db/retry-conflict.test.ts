import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { createContext } from '../app.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase({ empty: true })
  await database.sql`create table lock_test (id int primary key, taken int not null)`
  await database.sql`insert into lock_test values (1, 0), (2, 0)`
})
afterAll(() => database.close())

test('of two writes that wait for each other both come through, once each', async () => {
  const { db } = database
  const quiet = { info: () => {}, warn: () => {}, error: () => {} }
  const config = {
    timeZone: 'Europe/Warsaw',
    publicUrl: '',
    demo: false,
    oidc: null,
    hasMailServer: false,
  }
  const deps = { db, readDb: db, config, log: quiet, clock: () => new Date() }
  const { write } = createContext(deps, null, { headers: new Headers() }, 'request')
  const held = [1, 2].map(() => Promise.withResolvers<void>())
  const takeBoth = (first: number, second: number) =>
    write(async (tx) => {
      await tx.execute(sql`update lock_test set taken = taken + 1 where id = ${first}`)
      held[first - 1]?.resolve()
      await held[second - 1]?.promise
      await tx.execute(sql`update lock_test set taken = taken + 1 where id = ${second}`)
    })
  await Promise.all([takeBoth(1, 2), takeBoth(2, 1)])
  const rows = await database.sql`select taken from lock_test order by id`
  expect(rows.map(({ taken }) => taken)).toEqual([2, 2])
})

test('what fails for another reason fails at once', async () => {
  const { retryConflict } = await import('./retry-conflict.ts')
  let attempts = 0
  const failing = () => {
    attempts += 1
    return database.db.execute(sql`select 1 / 0`)
  }
  await expect(retryConflict(failing)).rejects.toThrow()
  expect(attempts).toBe(1)
})

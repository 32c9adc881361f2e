import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { connect } from './connect.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

test('a connection that dies in a transaction fails that one alone, and the next finds another', async () => {
  const { db, close } = connect(database.url, { max: 1 })
  for (let round = 0; round < 5; round += 1) {
    const dying = db.transaction(async (tx) => {
      await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`)
    })
    await expect(dying).rejects.toThrow()
    expect([...(await db.execute(sql`select 1 as one`))]).toEqual([{ one: 1 }])
  }
  await close()
})

test('a transaction whose connection died while it did something else touches no other', async () => {
  const { db, close } = connect(database.url, { max: 1 })
  await db.execute(sql`create table touched (by text)`)
  const livingWrote = Promise.withResolvers<void>()
  const deadTried = Promise.withResolvers<void>()
  const dying = db.transaction(async (tx) => {
    const [mine] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    await database.sql`select pg_terminate_backend(${mine?.pid ?? 0})`
    await livingWrote.promise
    try {
      await tx.execute(sql`insert into touched values ('the dead')`)
    } finally {
      deadTried.resolve()
    }
  })
  await expect(dying).rejects.toThrow()
  await db.transaction(async (tx) => {
    await tx.execute(sql`insert into touched values ('the living')`)
    livingWrote.resolve()
    await deadTried.promise
  })
  expect([...(await db.execute(sql`select by from touched`))]).toEqual([{ by: 'the living' }])
  await close()
})

test('many statements under way when every connection dies are refused, none hangs', async () => {
  const { db, close } = connect(database.url, { max: 4 })
  for (let round = 0; round < 5; round += 1) {
    const many = Array.from({ length: 40 }, (_, at) =>
      at % 2 === 0
        ? db.execute(sql`select pg_sleep(0.01)`)
        : db.transaction((tx) => tx.execute(sql`select pg_sleep(0.01)`)),
    )
    const settled = Promise.allSettled(many)
    await database.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`
    await settled
    expect([...(await db.execute(sql`select 1 as one`))]).toEqual([{ one: 1 }])
  }
  await close()
}, 20_000)

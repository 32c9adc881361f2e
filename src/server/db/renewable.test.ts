import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { connect } from './connect.ts'
import { isUnavailable } from './unavailable.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

it('fails what hangs on given-up connections, queued statements of a transaction too, and works anew', async () => {
  const { db, sql: plain, renew, close } = connect(database.url, { max: 2 })
  const sleep = sql`select pg_sleep(60)`
  const hanging = [
    db.execute(sleep),
    db.transaction((tx) => Promise.all([tx.execute(sleep), tx.execute(sleep)])),
    // No connection is left for these.
    db.execute(sleep),
    db.transaction((tx) => tx.execute(sleep)),
    plain`select pg_sleep(60)`,
  ]
  const outcomes = Promise.allSettled(hanging)
  await new Promise((resolve) => setTimeout(resolve, 300))
  renew()
  for (const outcome of await outcomes) {
    expect(outcome.status).toBe('rejected')
    expect(outcome.status === 'rejected' && isUnavailable(outcome.reason)).toBe(true)
  }
  expect([...(await db.execute(sql`select now() as at`))]).toMatchObject([
    { at: expect.any(String) },
  ])
  expect([...(await plain`select now() as at`)]).toMatchObject([{ at: expect.any(Date) }])
  await close()
})

it('has a patience for locks and for silence in a transaction, and asks who is still there', async () => {
  const { db, close } = connect(database.url)
  const [settings] = await db.execute<{ idle: string; lock: string; keepalive: string }>(sql`
    select current_setting('idle_in_transaction_session_timeout') as idle,
      current_setting('lock_timeout') as lock,
      current_setting('tcp_keepalives_idle') as keepalive`)
  expect(settings).toEqual({ idle: '10s', lock: '5s', keepalive: '5' })
  await close()
})

it('gives the locks of a client that fell silent in a transaction to the next', async () => {
  const { db, close } = connect(database.url)
  await db.execute(sql`create table wanted (by text)`)
  await db.execute(sql`insert into wanted values ('nobody')`)
  const isLocked = Promise.withResolvers<void>()
  const silent = db.transaction(async (tx) => {
    // In place of ten seconds.
    await tx.execute(sql`set local idle_in_transaction_session_timeout = 300`)
    await tx.execute(sql`update wanted set by = 'the silent'`)
    isLocked.resolve()
    await new Promise(() => {})
  })
  const ended = expect(silent).rejects.toThrow()
  await isLocked.promise
  await db.execute(sql`update wanted set by = by || ', then the next'`)
  await ended
  expect([...(await db.execute(sql`select by from wanted`))]).toEqual([
    { by: 'nobody, then the next' },
  ])
  await close()
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/database.ts'
import { followChanges } from './db/change-feed.ts'
import { createMemory } from './memory.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

test('keeps what was read until something of its kind changes', async () => {
  const memory = createMemory(() => true)
  let reads = 0
  const read = async () => ++reads
  const recall = () => memory.recall('session', 'key', read)
  expect([await recall(), await recall()]).toEqual([1, 1])
  memory.forget('course')
  expect(await recall()).toBe(1)
  memory.forget('session')
  expect(await recall()).toBe(2)
  memory.forget()
  expect(await recall()).toBe(3)
})

test('does not keep what changed while it was read, nor nothing', async () => {
  const memory = createMemory(() => true)
  const during = await memory.recall('session', 'key', async () => {
    memory.forget('session')
    return 'old'
  })
  expect(during).toBe('old')
  expect(await memory.recall('session', 'key', async () => 'new')).toBe('new')
  await memory.recall('session', 'nobody', async () => null)
  expect(await memory.recall('session', 'nobody', async () => 'somebody')).toBe('somebody')
})

test('asks for what is missing only, and drops what was longest unused', async () => {
  const memory = createMemory(() => true)
  const asked: (readonly string[])[] = []
  const read = async (missing: readonly string[]) => {
    asked.push(missing)
    return new Map(missing.map((key) => [key, key.length]))
  }
  await memory.recallAll('course', ['a', 'bb'], read)
  expect(await memory.recallAll('course', ['bb', 'ccc', 'bb'], read)).toEqual(
    new Map([
      ['bb', 2],
      ['ccc', 3],
    ]),
  )
  expect(asked).toEqual([['a', 'bb'], ['ccc']])
  const many = Array.from({ length: 499 }, (_, at) => `many ${at}`)
  await memory.recallAll('course', many, read)
  await memory.recallAll('course', ['ccc', 'a'], read)
  expect(asked.at(-1)).toEqual(['a'])
})

test('a process hears at once what another one changed, and trusts nothing while it cannot hear', async () => {
  const heard: string[] = []
  let gaps = 0
  const feed = followChanges(database.url, {
    onChange: (kind) => heard.push(kind),
    onGap: () => {
      gaps += 1
    },
  })
  try {
    await expect.poll(feed.isLive).toBe(true)
    await database.sql`update person set display_name = 'Somebody Else'`
    await expect.poll(() => heard).toEqual(['session'])
    await database.sql`update course set minutes = minutes`
    await expect.poll(() => heard).toEqual(['session', 'course'])
    const gapsBefore = gaps
    await database.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'officina changes'`
    await expect.poll(() => gaps).toBeGreaterThan(gapsBefore)
    await expect.poll(feed.isLive, { timeout: 5000 }).toBe(true)
    await database.sql`delete from auth_session`
    await expect.poll(() => heard.at(-1)).toBe('session')
  } finally {
    await feed.close()
  }
})

test('a process that cannot reach the database tries again twice a second, not more', async () => {
  let gaps = 0
  const feed = followChanges('postgres://nobody@127.0.0.1:1/none', {
    onChange: () => {},
    onGap: () => {
      gaps += 1
    },
  })
  await new Promise((resolve) => setTimeout(resolve, 2200))
  await feed.close()
  expect(feed.isLive()).toBe(false)
  expect(gaps).toBeGreaterThan(1)
  expect(gaps).toBeLessThan(25)
})

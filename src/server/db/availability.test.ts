import { pino } from 'pino'
import { afterEach, expect, it, vi } from 'vitest'
import { type Availability, DatabaseLost, watchAvailability } from './availability.ts'

const log = pino({ level: 'silent' })
let availability: Availability | undefined
afterEach(async () => {
  await availability?.stop()
})

function watch(answer: () => Promise<unknown>) {
  const onLost = vi.fn()
  availability = watchAvailability({
    open: () => ({ ask: answer, close: async () => {} }),
    onLost,
    log,
    everyMs: 8,
    patienceMs: 40,
  })
  return { availability, onLost }
}

it('tells those who wait when the database is lost, and begins anew when it is back', async () => {
  let isThere = true
  const watched = watch(async () => {
    if (!isThere) throw new Error('ECONNREFUSED')
  })
  const waiting = watched.availability.whileThere(new Promise(() => {}))
  expect(watched.availability.problem()).toBeNull()
  isThere = false
  await expect(waiting).rejects.toBeInstanceOf(DatabaseLost)
  expect(watched.availability.problem()).toBe('the database cannot be reached')
  expect(watched.onLost).toHaveBeenCalledOnce()
  isThere = true
  await expect.poll(() => watched.availability.problem()).toBeNull()
  expect(await watched.availability.whileThere(Promise.resolve('there'))).toBe('there')
})

it('notices a database that never answers', async () => {
  let hangs = true
  const watched = watch(() => (hangs ? new Promise(() => {}) : Promise.resolve()))
  await expect(watched.availability.whileThere(new Promise(() => {}))).rejects.toBeInstanceOf(
    DatabaseLost,
  )
  expect(watched.availability.problem()).toBe('the database does not answer')
  hangs = false
  await expect.poll(() => watched.availability.problem()).toBeNull()
})

it('does not take a database that is full for one that is lost', async () => {
  let asked = 0
  const watched = watch(async () => {
    asked += 1
    throw Object.assign(new Error('sorry, too many clients already'), { code: '53300' })
  })
  await expect.poll(() => asked).toBeGreaterThan(5)
  expect(watched.availability.problem()).toBeNull()
  expect(watched.onLost).not.toHaveBeenCalled()
})

it('does not take one ended connection for a lost database', async () => {
  let asked = 0
  const watched = watch(async () => {
    asked += 1
    if (asked === 2) throw new Error('57P01')
  })
  await expect.poll(() => asked).toBeGreaterThan(5)
  expect(watched.onLost).not.toHaveBeenCalled()
})

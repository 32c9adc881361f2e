import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMemory } from '../../../server/memory.ts'
import { testSecret } from '../../../testing/app.ts'
import { createWorld, type World } from '../../../testing/world.ts'
import { resolveSession } from './session.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

test('a session that the database could not prolong is prolonged by the next request', async () => {
  const person = world.as('learner')
  await world.sql`update auth_session set expires_at = '2026-11-20T00:00:00Z' where person_id = ${person.id}`
  const impatient = postgres(world.url, { max: 1, connection: { lock_timeout: 200 } })
  const memory = createMemory(() => true)
  const request = { headers: new Headers({ cookie: person.cookie }) }
  const resolve = () => resolveSession(impatient, request, testSecret, world.clock, { memory })
  try {
    await world.sql.begin(async (tx) => {
      await tx`select from auth_session where person_id = ${person.id} for update`
      await expect(resolve()).rejects.toThrow('lock timeout')
    })
    expect((await resolve())?.personId).toBe(person.id)
    const [stored] = await world.sql`
      select expires_at as "until" from auth_session where person_id = ${person.id}`
    expect(stored?.until).toEqual(new Date('2026-12-02T09:00:00Z'))
  } finally {
    await impatient.end()
  }
})

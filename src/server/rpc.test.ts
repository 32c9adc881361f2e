import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSessionFor } from '../features/identity/server/public.ts'
import { createWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

test.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])('%s changes nothing', async (method) => {
  const { id, cookie } = world.as('learner')
  await createSessionFor(world.db, id)
  const url = 'http://officina.test/rpc/identity/security/endOtherSessions'
  const answer = await world.app(new Request(url, { method, headers: { cookie } }))
  expect(answer.status).toBe(405)
  const [left] = await world.sql`
    select count(*)::int as sessions from auth_session where person_id = ${id}`
  expect(left?.sessions).toBeGreaterThan(1)
})

test.each(['GET', 'POST'])(
  'a batch of nothing sent by %s is refused, not waited for',
  async (method) => {
    const headers = { 'content-type': 'application/json', 'x-orpc-batch': 'buffered' }
    const url = 'http://officina.test/rpc/__batch__?batch=[]'
    const body = method === 'POST' ? '[]' : null
    const answer = await world.app(new Request(url, { method, headers, body }))
    expect(answer.status).toBe(413)
  },
  5000,
)

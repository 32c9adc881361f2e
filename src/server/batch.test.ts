import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

type Answer = { index: number; status?: number; body: { json: unknown } }

async function ask(cookie: string, calls: { path: string; input?: unknown }[]) {
  const requests = calls.map(({ path, input }) => ({
    url: `http://officina.test/rpc/${path}`,
    body: { json: input },
  }))
  const response = await world.app(
    new Request('http://officina.test/rpc/identity/me/__batch__', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'x-orpc-batch': 'buffered' },
      body: JSON.stringify(requests),
    }),
  )
  return { status: response.status, answer: (await response.json()) as Answer[] } // as the plugin writes it
}

test('each call of a batch is allowed or refused for itself', async () => {
  const { cookie } = world.as('learner')
  const { status, answer } = await ask(cookie, [
    { path: 'identity/me' },
    { path: 'learning/home', input: { language: 'en' } },
    { path: 'learning/groups', input: { language: 'en' } },
  ])
  expect(status).toBe(207)
  const statusByIndex = Object.fromEntries(
    answer.map(({ index, status: each }) => [index, each ?? status]),
  )
  expect(statusByIndex[0]).toBeLessThan(300)
  expect(statusByIndex[1]).toBeLessThan(300)
  expect(statusByIndex[2]).toBe(403)
})

test('who is not signed in gets nothing more by asking for it in a batch', async () => {
  const { answer } = await ask('', [
    { path: 'identity/me' },
    { path: 'learning/home', input: { language: 'en' } },
  ])
  expect(answer.find(({ index }) => index === 0)?.body.json).toBeNull()
  expect(answer.find(({ index }) => index === 1)?.status).toBe(401)
})

test('a batch holds ten calls at most', async () => {
  const eleven = Array.from({ length: 11 }, () => ({ path: 'identity/me' }))
  expect((await ask('', eleven)).status).toBe(413)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const get = (path: string) =>
  world.app(
    new Request(`http://officina.test/api${path}`, {
      headers: { cookie: world.as('administrator').cookie },
    }),
  )

test('a number in the query string is read as a number', async () => {
  const answer = await get('/units?depth=3')
  expect(answer.status).toBe(200)
  const { rows } = (await answer.json()) as { rows: { name: string }[] } // as the contract says
  expect(rows.map(({ name }) => name)).toContain('Office A1')
})

test.each(['0', 'three', '1.5', ''])('a depth of "%s" is refused', async (depth) => {
  expect((await get(`/units?depth=${depth}`)).status).toBe(400)
})

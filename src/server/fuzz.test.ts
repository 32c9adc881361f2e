import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSessionFor } from '../features/identity/server/public.ts'
import { arbitraryInput } from '../testing/arbitrary-input.ts'
import { callProcedure, listProcedures } from '../testing/procedures.ts'
import { createWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  // One person who may do everything, so that inputs reach the handlers.
  for (const role of ['administrator', 'training-officer', 'auditor', 'trainer'] as const)
    await world.sql`insert into role_grant (id, person_id, role, unit_id, valid_from)
      values (gen_random_uuid(), ${world.as('manager').id}, ${role}, ${world.units.region.id}, '2025-01-01')`
})
afterAll(() => world.close())

test.each(listProcedures())('$name answers any input without a 5xx', async (procedure) => {
  await fc.assert(
    fc.asyncProperty(arbitraryInput(procedure.input), async (input) => {
      const cookie = await createSessionFor(world.db, world.as('manager').id)
      const { status, body } = await callProcedure(world.app, procedure, input, cookie)
      expect(status, JSON.stringify({ input, body })).toBeLessThan(500)
    }),
    { numRuns: 25, seed: 20261122 },
  )
})

test('raw bytes at every door give no 5xx', async () => {
  const doors = [
    '/rpc',
    '/rpc/',
    '/api/',
    '/api/people',
    '/rpc/identity/me',
    '/api/auth/sign-in/email',
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...doors, ...listProcedures().map(({ path }) => `/rpc/${path.join('/')}`)),
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('application/json', 'text/plain', 'multipart/form-data; boundary=x', ''),
      async (door, bytes, type) => {
        const response = await world.app(
          new Request(`http://officina.test${door}`, {
            method: 'POST',
            headers: {
              'content-type': type,
              origin: 'http://officina.test',
              cookie: world.as('manager').cookie,
            },
            body: Buffer.from(bytes),
          }),
        )
        expect(response.status, door).toBeLessThan(500)
      },
    ),
    { numRuns: 300, seed: 20261122 },
  )
})

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSessionFor } from '../features/identity/server/public.ts'
import { arbitraryInput, type Known, poisoned } from '../testing/arbitrary-input.ts'
import { insertCourse } from '../testing/courses.ts'
import { callProcedure, listProcedures } from '../testing/procedures.ts'
import { createWorld, type World } from '../testing/world.ts'
import { newId } from './ids.ts'

let world: World
let known: Known
beforeAll(async () => {
  world = await createWorld()
  // One person who may do everything, so that inputs reach the handlers.
  for (const role of ['administrator', 'training-officer', 'auditor', 'trainer'] as const)
    await world.sql`insert into role_grant (id, person_id, role, unit_id, valid_from)
      values (gen_random_uuid(), ${world.as('manager').id}, ${role}, ${world.units.region.id}, '2025-01-01')`
  known = await thingsThere()
})
afterAll(() => world.close())

test.each(listProcedures())('$name answers any input without a 5xx', async (procedure) => {
  await fc.assert(
    fc.asyncProperty(arbitraryInput(procedure.input, known), async (input) => {
      const cookie = await createSessionFor(world.db, world.as('manager').id)
      const { status, body } = await callProcedure(world.app, procedure, input, cookie)
      expect(status, JSON.stringify({ input, body })).toBeLessThan(500)
    }),
    { numRuns: 25, seed: 20261122 },
  )
})

test.each(listProcedures())('$name stores nothing that cannot be stored', async (procedure) => {
  const inputs = fc.sample(arbitraryInput(procedure.input, known), { numRuns: 3, seed: 20261122 })
  const cookie = await createSessionFor(world.db, world.as('manager').id)
  for (const input of inputs.flatMap(poisoned)) {
    const { status, body } = await callProcedure(world.app, procedure, input, cookie)
    expect(status, JSON.stringify({ input, body })).toBeLessThan(500)
  }
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

/** One thing of each kind, for fields that name one; the manager's own where it must be hers. */
async function thingsThere(): Promise<Known> {
  const { sql, units } = world
  const me = world.as('manager').id
  const { id: personId } = await world.addPerson({ unit: units.officeA2 })
  const { courseId, courseVersionId } = await insertCourse(sql)
  const [enrolmentId, attemptId, groupId, assignmentId, importId, grantId] = Array.from(
    { length: 6 },
    newId,
  ) as [string, string, string, string, string, string] // six were asked for
  await sql`insert into enrolment (id, person_id, course_id, course_version_id, state, origin, enrolled_at, lessons_total)
    values (${enrolmentId}, ${me}, ${courseId}, ${courseVersionId}, 'enrolled', 'self', now(), 2)`
  const paper = { paperVersion: 1, questions: [{ key: 'single', choiceIds: ['a', 'b', 'c'] }] }
  await sql`insert into quiz_attempt (id, enrolment_id, course_version_id, number, seed, paper, started_at, pass_mark)
    values (${attemptId}, ${enrolmentId}, ${courseVersionId}, 1, 1, ${sql.json(paper)}, now(), 0.6)`
  await sql`insert into learning_group (id, unit_id, name, course_id, trainer_id, starts_on)
    values (${groupId}, ${units.officeA1.id}, 'Group', ${courseId}, ${me}, '2026-01-01')`
  await sql`insert into group_member (group_id, person_id, enrolment_id, joined_at)
    values (${groupId}, ${me}, ${enrolmentId}, now())`
  await sql`insert into assignment (id, course_id, unit_id, created_by, created_at)
    values (${assignmentId}, ${courseId}, ${units.officeB1.id}, ${me}, now())`
  await sql`insert into people_import (id, created_by, file_name, unit_id, state, columns, total_rows)
    values (${importId}, ${me}, 'people.csv', ${units.officeA1.id}, 'uploaded', '[]', 0)`
  await sql`insert into role_grant (id, person_id, role, unit_id, valid_from)
    values (${grantId}, ${personId}, 'author', ${units.officeA2.id}, '2025-01-01')`
  return {
    ...{ personId, enrolmentId, attemptId, groupId, assignmentId, importId, grantId },
    ...{ courseId, courseVersionId, lessonKey: 'first', questionKey: 'single' },
    ...{ unitId: units.officeA2.id, parentId: units.countyB.id, intoId: units.officeB1.id },
  }
}

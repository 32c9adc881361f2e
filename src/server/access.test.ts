import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SubjectKind, subjectKinds } from '../contract/access.ts'
import { permissionsByRole, type Role, roles } from '../contract/permission.ts'
import { createSessionFor } from '../features/identity/server/public.ts'
import { insertCourse } from '../testing/courses.ts'
import { callProcedure, type ListedProcedure, listProcedures } from '../testing/procedures.ts'
import { createWorld, type TestPerson, type TestUnit, type World } from '../testing/world.ts'
import { newId } from './ids.ts'

type SubjectIds = Record<SubjectKind, string>

const procedures = listProcedures()
let world: World
const subjectsByUnit = new Map<string, SubjectIds>()
const holders = new Map<Role, TestPerson>()

beforeAll(async () => {
  world = await createWorld()
  const { officeA1, departmentA1a, officeA2 } = world.units
  for (const unit of [officeA1, departmentA1a, officeA2])
    subjectsByUnit.set(unit.id, await insertSubjects(unit))
  for (const role of roles)
    holders.set(role, await world.addPerson({ unit: officeA1, role, on: officeA1 }))
})
afterAll(() => world.close())

test('every procedure declares its access and a route of its own', () => {
  expect(procedures.length).toBeGreaterThan(20)
  expect(procedures.filter(({ access }) => !access).map(({ name }) => name)).toEqual([])
  const routes = procedures.map(({ method, route }) => `${method} ${route}`)
  expect(routes.filter((route, index) => routes.indexOf(route) !== index)).toEqual([])
})

test('reads are GET and nothing else is', () => {
  const reading = /^(list|search|tree|unit|me|home|overview|paper|review)$/
  const wrong = procedures.filter(
    ({ path, method }) => reading.test(path.at(-1) ?? '') && method !== 'GET',
  )
  expect(wrong.map(({ name }) => name)).toEqual([])
})

describe.each(procedures)('$name', (procedure) => {
  test('without a session', async () => {
    const { status } = await callProcedure(
      world.app,
      procedure,
      inputFor(procedure, world.units.officeA1),
      null,
    )
    if (procedure.access === 'public') expect(status).not.toBe(401)
    else expect(status).toBe(401)
  })

  test.each(roles)('as %s', async (role) => {
    const { officeA1, departmentA1a, officeA2 } = world.units
    for (const [unit, isWithin] of [
      [officeA1, true],
      [departmentA1a, true],
      [officeA2, false],
    ] as const) {
      const holder = holders.get(role)
      if (!holder) throw new Error(`nobody holds ${role}`)
      const cookie = await createSessionFor(world.db, holder.id)
      const { status } = await callProcedure(
        world.app,
        procedure,
        inputFor(procedure, unit),
        cookie,
      )
      const message = `${role} on ${unit.name}`
      if (mayCall(procedure, role, isWithin)) expect([401, 403], message).not.toContain(status)
      else expect([403, 404], message).toContain(status)
    }
  })
})

/** What the declared access promises, worked out apart from the code that enforces it. */
function mayCall({ access }: ListedProcedure, role: Role, isWithin: boolean): boolean {
  if (access === 'public' || access === 'signed-in') return true
  if (!access || 'own' in access) return false
  if (!permissionsByRole[role].includes(access.permission)) return false
  return 'on' in access ? isWithin : true
}

function inputFor({ access }: ListedProcedure, unit: TestUnit): Record<string, string> {
  if (typeof access !== 'object' || !('by' in access)) return {}
  const kind = 'own' in access ? access.own : access.on
  return { [access.by]: subjectsByUnit.get(unit.id)?.[kind] ?? '' }
}

/** One thing of each kind in a unit, owned by nobody who calls. */
async function insertSubjects(unit: TestUnit): Promise<SubjectIds> {
  const { sql } = world
  const owner = await world.addPerson({ unit })
  const { courseId, courseVersionId } = await insertCourse(sql)
  const ids: SubjectIds = {
    unit: unit.id,
    person: owner.id,
    group: newId(),
    enrolment: newId(),
    assignment: newId(),
    peopleImport: newId(),
  }
  await sql`insert into learning_group (id, unit_id, name, course_id, trainer_id, starts_on)
    values (${ids.group}, ${unit.id}, 'Group', ${courseId}, ${owner.id}, '2026-01-01')`
  await sql`insert into assignment (id, course_id, unit_id, created_by, created_at)
    values (${ids.assignment}, ${courseId}, ${unit.id}, ${owner.id}, now())`
  await sql`insert into enrolment (id, person_id, course_id, course_version_id, state, origin, enrolled_at, lessons_total)
    values (${ids.enrolment}, ${owner.id}, ${courseId}, ${courseVersionId}, 'enrolled', 'self', now(), 2)`
  await sql`insert into people_import (id, created_by, file_name, unit_id, state, columns, total_rows)
    values (${ids.peopleImport}, ${owner.id}, 'people.csv', ${unit.id}, 'uploaded', '[]', 0)`
  expect(Object.keys(ids).sort()).toEqual([...subjectKinds].sort())
  return ids
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '../../../contract/primitives.ts'
import { newId } from '../../../server/ids.ts'
import { createWorld, type TestPerson, type TestUnit, type World } from '../../../testing/world.ts'
import { insertTestCourse } from './course-fixture.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const lessons = [{ key: 'opening' }, { key: 'listening' }]

test('an assignment enrols everyone at and below the unit, and binds who had chosen the course', async () => {
  const { courseId } = await insertTestCourse(world.sql, { lessons })
  const { officer, unit } = await office()
  const clerk = await world.addPerson({ unit })
  const volunteer = await world.addPerson({ unit: await department(unit) })
  await world.clientAs(volunteer).learning.enrol({ courseId })

  const target = { courseId, unitId: unit.id as UnitId, jobRole: null } // the world's ids are plain
  expect(await officer.learning.previewAssignment(target)).toEqual({
    people: 2,
    alreadyEnrolled: 1,
    alreadyCompleted: 0,
  })
  const made = await officer.learning.createAssignment({ ...target, dueOn: '2026-12-31' })
  expect(made).toMatchObject({ enrolledPeople: 1, changedPeople: 1 })
  for (const person of [clerk, volunteer])
    expect(await enrolmentOf(person, courseId)).toMatchObject({
      state: 'enrolled',
      required: true,
      dueOn: '2026-12-31',
    })

  await expect(officer.learning.createAssignment(target)).rejects.toMatchObject({
    code: 'ALREADY_ASSIGNED',
    data: { assignmentId: made.assignmentId },
  })
  const { rows } = await officer.learning.assignments({ language: 'en', limit: 200 })
  expect(rows.find(({ assignmentId }) => assignmentId === made.assignmentId)).toMatchObject({
    openPeople: 1 + 1,
    completedPeople: 0,
    unitName: unit.name,
    courseTitle: 'Client service',
  })
})

test('who joins later gets the course with days from joining; who leaves is released', async () => {
  const { courseId } = await insertTestCourse(world.sql, { lessons })
  const { officer, unit } = await office()
  const elsewhere = world.units.officeB1
  await officer.learning.createAssignment({
    courseId,
    unitId: unit.id as UnitId, // the world's ids are plain
    dueOn: '2026-12-01',
    dueDaysAfterJoining: 30,
  })
  const person = await world.addPerson({ unit: elsewhere })
  await move(person, elsewhere, unit, '2027-01-10')
  expect(await enrolmentOf(person, courseId)).toMatchObject({ required: true, dueOn: '2027-02-09' })

  await move(person, unit, elsewhere, '2027-03-01')
  const { enrolment, history } = await world.clientAs(person).learning.courseEnrolment({ courseId })
  expect(enrolment).toBeNull()
  expect(history.map(({ change, by }) => [change, by])).toEqual([
    ['released', null],
    ['enrolled', null],
  ])

  await move(person, elsewhere, unit, '2027-05-01')
  expect(await enrolmentOf(person, courseId)).toMatchObject({
    state: 'enrolled',
    dueOn: '2027-05-31',
  })
})

test('an assignment for a job role leaves other people alone', async () => {
  const { courseId } = await insertTestCourse(world.sql, { lessons })
  const { officer, unit } = await office()
  const inspector = await world.addPerson({ unit, jobRole: 'inspector' })
  const clerk = await world.addPerson({ unit, jobRole: 'general-clerk' })
  await officer.learning.createAssignment({
    courseId,
    unitId: unit.id as UnitId, // the world's ids are plain
    jobRole: 'inspector',
  })
  expect(await enrolmentOf(inspector, courseId)).toMatchObject({ required: true, dueOn: null })
  expect(await enrolmentOf(clerk, courseId)).toBeNull()
})

test('who was released by hand does not get the course back at the next move', async () => {
  const { courseId } = await insertTestCourse(world.sql, { lessons })
  const { officer, unit } = await office()
  const person = await world.addPerson({ unit })
  await officer.learning.createAssignment({ courseId, unitId: unit.id as UnitId }) // as above
  const enrolmentId = (await enrolmentOf(person, courseId))?.enrolmentId
  if (!enrolmentId) throw new Error('not enrolled')
  await officer.learning.release({ enrolmentId })
  await move(person, unit, await department(unit), '2026-12-01')
  expect(await enrolmentOf(person, courseId)).toBeNull()
})

test('ending an assignment releases who came by it; who had chosen the course keeps it freely', async () => {
  const { courseId } = await insertTestCourse(world.sql, { lessons })
  const { officer, unit } = await office()
  const assigned = await world.addPerson({ unit })
  const volunteer = await world.addPerson({ unit })
  await world.clientAs(volunteer).learning.enrol({ courseId })
  const { assignmentId } = await officer.learning.createAssignment({
    courseId,
    unitId: unit.id as UnitId, // as above
    dueOn: '2026-12-31',
  })
  expect((await officer.learning.endAssignment({ assignmentId })).releasedPeople).toBe(2)
  expect((await officer.learning.endAssignment({ assignmentId })).releasedPeople).toBe(0)
  expect(await enrolmentOf(assigned, courseId)).toBeNull()
  expect(await enrolmentOf(volunteer, courseId)).toMatchObject({
    required: false,
    dueOn: null,
    canWithdraw: true,
  })
  const { rows } = await officer.learning.assignments({ language: 'en', ended: true, limit: 200 })
  expect(rows.map((row) => row.assignmentId)).toContain(assignmentId)
})

test('pages of the list follow each other without gap or repetition', async () => {
  const { officer, unit } = await office()
  for (let index = 0; index < 5; index += 1) {
    const { courseId } = await insertTestCourse(world.sql, { lessons })
    await officer.learning.createAssignment({ courseId, unitId: unit.id as UnitId }) // as above
  }
  const seen: string[] = []
  let after: string | null | undefined
  do {
    const page = await officer.learning.assignments({
      language: 'en',
      limit: 2,
      ...(after ? { after } : {}),
    })
    seen.push(...page.rows.map(({ assignmentId }) => assignmentId))
    after = page.next
  } while (after)
  expect(seen).toHaveLength(5)
  expect(seen).toEqual([...new Set(seen)].sort().reverse())
})

test('the form offers the units of the reader’s own in the order of the tree, and no past due date', async () => {
  const { courseId } = await insertTestCourse(world.sql, { lessons })
  const { officer, unit } = await office()
  const below = await department(unit)
  const { units, courses } = await officer.learning.assignmentChoices({ language: 'pl' })
  expect(units).toEqual([
    { unitId: unit.id, name: unit.name, above: 'County B' },
    { unitId: below.id, name: below.name, above: unit.name },
  ])
  expect(courses).toContainEqual({ courseId, title: 'Obsługa klienta' })
  await expect(
    officer.learning.createAssignment({ courseId, unitId: unit.id as UnitId, dueOn: '2026-11-17' }), // as above
  ).rejects.toMatchObject({ code: 'DUE_IN_THE_PAST' })
})

/** An empty office of the test's own, and a training officer for it who works elsewhere. */
async function office() {
  const unit = await insertUnit(world.units.countyB, 'municipal-office')
  const person = await world.addPerson({
    unit: world.units.officeB1,
    role: 'training-officer',
    on: unit,
  })
  return { unit, officer: world.clientAs(person) }
}

const department = (unit: TestUnit) => insertUnit(unit, 'department')

async function insertUnit(parent: TestUnit, kind: string): Promise<TestUnit> {
  const id = newId()
  const path = `${parent.path}.${id.replaceAll('-', '')}`
  const name = `Unit ${id}`
  await world.sql`insert into unit (id, parent_id, path, kind, country, name, short_name, is_office, opened_on)
    values (${id}, ${parent.id}, ${path}, ${kind}, 'pl', ${name}, ${name}, ${kind !== 'department'}, '2020-01-01')`
  return { id, path, name }
}

/** As identity does it and tells it. */
async function move(person: TestPerson, from: TestUnit, to: TestUnit, on: string) {
  const { sql } = world
  await sql`update person set unit_id = ${to.id} where id = ${person.id}`
  await sql`update person_placement set valid_to = ${on} where person_id = ${person.id} and valid_to is null`
  await sql`insert into person_placement (id, person_id, unit_id, valid_from) values (${newId()}, ${person.id}, ${to.id}, ${on})`
  const facts = [
    { type: 'PersonLeftUnit', payload: { personId: person.id, unitId: from.id, on } },
    {
      type: 'PersonJoinedUnit',
      payload: { personId: person.id, unitId: to.id, jobRole: null, on },
    },
  ]
  for (const { type, payload } of facts)
    await sql`insert into outbox (type, payload) values (${type}, ${sql.json(payload)})`
  await world.drain()
}

const enrolmentOf = async (
  person: TestPerson,
  courseId: Parameters<ReturnType<World['clientAs']>['learning']['enrol']>[0]['courseId'],
) => (await world.clientAs(person).learning.courseEnrolment({ courseId })).enrolment

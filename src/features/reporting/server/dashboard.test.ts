import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { courseId as courseIdSchema, unitId as unitIdSchema } from '../../../contract/primitives.ts'
import { newId, pathLabel } from '../../../server/ids.ts'
import { createTestApp } from '../../../testing/app.ts'
import { createTestDatabase } from '../../../testing/database.ts'
import { clientOver, createWorld, type TestUnit, type World } from '../../../testing/world.ts'
import { type History, historyOf, type TestCourse } from './history-fixture.ts'

/** The clock stands at 18 November 2026. */
let world: World
let history: History
let course: TestCourse
let other: TestCourse

const id = (unit: TestUnit) => unitIdSchema.parse(unit.id)
const english = { language: 'en' as const }
const states = (sums: {
  completed: number
  onTheWay: number
  overdue: number
  notBegun: number
}) => [sums.completed, sums.onTheWay, sums.overdue, sums.notBegun]

/**
 * Office A1: one completed, one overdue, one due today, one not begun by choice; its department: one on the way.
 * Office A2: nobody enrolled. Office B1: two completed of two.
 */
beforeAll(async () => {
  world = await createWorld()
  history = historyOf(world)
  course = await history.insertCourse()
  other = await history.insertCourse()
  const { officeA1, departmentA1a, officeB1 } = world.units
  const [done, late, dueToday, chooser] = await Promise.all(
    ['Danuta Done', 'Lena Late', 'Teresa Today', 'Celina Choice'].map((name) =>
      world.addPerson({ unit: officeA1, name }),
    ),
  )
  if (!done || !late || !dueToday || !chooser) throw new Error('four people')
  await history.enrol(done, course, { dueOn: '2026-11-01' })
  await history.finishLesson(done, course, 'first')
  await history.finishLesson(done, course, 'second')
  await history.complete(done, course, new Date('2026-10-28T10:00:00Z'))
  await history.enrol(late, course, { dueOn: '2026-11-17' })
  await history.start(late, course)
  await history.enrol(dueToday, course, { dueOn: '2026-11-18' })
  await history.start(dueToday, course)
  await history.enrol(chooser, other, { required: false })
  const below = await world.addPerson({ unit: departmentA1a, name: 'Barbara Below' })
  await history.enrol(below, course)
  await history.start(below, course)
  await history.finishLesson(below, course, 'first')
  for (const name of ['Adam Away', 'Beata Beyond']) {
    const person = await world.addPerson({ unit: officeB1, name })
    await history.enrol(person, course, { dueOn: '2026-11-30' })
    await history.complete(person, course, new Date('2026-11-17T10:00:00Z'))
  }
  await world.drain()
  await history.rebuild()
})
afterAll(() => world.close())

const manager = () => world.clientAs(world.as('manager')).reporting
const counties = async () => {
  const { region } = world.units
  return world.clientAs(
    await world.addPerson({ unit: world.units.countyA, role: 'owner', on: region }),
  ).reporting
}

describe('dashboard', () => {
  test('the four states add up, and the due day itself is not overdue', async () => {
    const { summary } = await manager().dashboard({ unitId: id(world.units.countyA), ...english })
    expect(states(summary)).toEqual([1, 2, 1, 0])
    expect(summary.all).toBe(4)
    world.setNow('2026-11-19T09:00:00Z')
    const tomorrow = await manager().dashboard({ unitId: id(world.units.countyA), ...english })
    world.setNow('2026-11-18T09:00:00Z')
    expect(states(tomorrow.summary)).toEqual([1, 1, 2, 0])
  })

  test('midnight is that of the office', async () => {
    world.setNow('2026-11-18T23:30:00Z')
    const { asOf, summary } = await manager().dashboard({
      unitId: id(world.units.countyA),
      ...english,
    })
    world.setNow('2026-11-18T09:00:00Z')
    expect(asOf).toBe('2026-11-19')
    expect(summary.overdue).toBe(2)
  })

  test('chosen courses count when they are asked for', async () => {
    const { summary, courses } = await manager().dashboard({
      unitId: id(world.units.officeA1),
      onlyRequired: false,
      ...english,
    })
    expect(states(summary)).toEqual([1, 2, 1, 1])
    expect(courses.map(({ courseId }) => courseId).sort()).toEqual(
      [course.courseId, other.courseId].sort(),
    )
  })

  test('one course narrows the sums and still lists the others', async () => {
    const view = await manager().dashboard({
      unitId: id(world.units.officeA1),
      courseId: courseIdSchema.parse(other.courseId),
      onlyRequired: false,
      ...english,
    })
    expect(states(view.summary)).toEqual([0, 0, 0, 1])
    expect(view.network.all).toBe(1)
    expect(view.courses).toHaveLength(2)
  })

  test('compares with everything below the topmost unit', async () => {
    const view = await manager().dashboard({ unitId: id(world.units.officeA1), ...english })
    expect(view.network).toMatchObject({ name: 'Region', officeCount: 3, all: 6, completed: 3 })
    expect(view.summary).toMatchObject({ all: 4, completed: 1, learnedMinutes: 7 + 8 + 7 })
    expect(view.weeks).toHaveLength(26)
    expect(view.weeks.at(-1)).toEqual({ week: '2026-11-16', completed: 0, networkCompleted: 2 })
    expect(view.weeks.at(-4)).toEqual({ week: '2026-10-26', completed: 1, networkCompleted: 1 })
  })

  test('names the way from my topmost unit, and nothing above it', async () => {
    const { ancestors, unit } = await manager().dashboard({
      unitId: id(world.units.departmentA1a),
      ...english,
    })
    expect(ancestors.map(({ name }) => name)).toEqual(['County A', 'Office A1'])
    expect(unit).toMatchObject({ name: 'Department A1a', isOffice: false, ownPeople: 1 })
  })

  test('lists only the topmost of my units', async () => {
    const person = await world.addPerson({ unit: world.units.officeA1, role: 'manager' })
    expect((await world.clientAs(person).reporting.myUnits({})).map(({ name }) => name)).toEqual([
      'Office A1',
    ])
    await world.sql`insert into role_grant (id, person_id, role, unit_id, valid_from)
      values (${newId()}, ${person.id}, 'owner', ${world.units.region.id}, '2025-01-01')`
    expect((await world.clientAs(person).reporting.myUnits({})).map(({ name }) => name)).toEqual([
      'Region',
    ])
  })
})

describe('units', () => {
  test('each step down adds up to the step above', async () => {
    const reporting = await counties()
    for (const unit of [world.units.region, world.units.countyA, world.units.officeA1])
      for (const level of ['children', 'offices'] as const) {
        const { summary } = await reporting.dashboard({ unitId: id(unit), ...english })
        const { rows } = await reporting.units({ unitId: id(unit), level })
        const sum = (key: 'all' | 'completed' | 'overdue' | 'people') =>
          rows.reduce((total, row) => total + row[key], 0)
        const where = `${unit.name}, ${level}`
        for (const key of ['all', 'completed', 'overdue', 'people'] as const)
          expect(sum(key), `${where}, ${key}`).toBe(summary[key])
      }
  })

  test('people of the unit itself come last as a row of their own', async () => {
    const { rows } = await manager().units({ unitId: id(world.units.officeA1), sort: 'people' })
    expect(rows.map(({ name, isRest, all }) => [name, isRest, all])).toEqual([
      ['Department A1a', false, 1],
      ['Office A1', true, 3],
    ])
  })

  test('an office is listed once and counts its own, also with an office below it', async () => {
    const { officeA1 } = world.units
    const nested = { id: newId(), name: 'Branch A1b', path: '' }
    nested.path = `${officeA1.path}.${pathLabel(nested.id)}`
    await world.sql`insert into unit (id, parent_id, path, kind, country, name, short_name, is_office, opened_on)
      values (${nested.id}, ${officeA1.id}, ${nested.path}, 'county-office', 'pl', ${nested.name}, ${nested.name}, true, '2020-01-01')`
    await world.sql`insert into unit_placement (id, unit_id, parent_id, path, name, valid_from)
      values (${newId()}, ${nested.id}, ${officeA1.id}, ${nested.path}, ${nested.name}, '2020-01-01')`
    const clerk = await world.addPerson({ unit: nested })
    await history.enrol(clerk, course)
    await world.drain()
    await history.rebuild()
    const { rows } = await (await counties()).units({
      unitId: id(world.units.region),
      level: 'offices',
    })
    expect(rows.map(({ name, all }) => [name, all])).toEqual([
      ['Branch A1b', 1],
      ['Office A1', 4],
      ['Office A2', 0],
      ['Office B1', 2],
      // Whoever owns the programme sits in the county itself.
      ['Region', 0],
    ])
    await history.end(clerk, course, 'released')
    await history.setActive(clerk, false)
    await world.sql`update unit set closed_on = '2026-11-18' where id = ${nested.id}`
    await world.drain()
  })

  test('sorts by share with the empty ones last whichever way', async () => {
    const reporting = await counties()
    for (const descending of [true, false]) {
      const { rows } = await reporting.units({
        unitId: id(world.units.region),
        level: 'offices',
        sort: 'share',
        descending,
      })
      const names = rows.filter(({ isRest }) => !isRest).map(({ name }) => name)
      expect(names).toEqual(
        descending
          ? ['Office B1', 'Office A1', 'Office A2']
          : ['Office A1', 'Office B1', 'Office A2'],
      )
    }
  })
})

test('nothing counts less than nothing while sums have not followed a unit that was moved', async () => {
  const { countyA, countyB, officeA1 } = world.units
  const reporting = await counties()
  const place = (parent: TestUnit) => world.sql`
    update unit set parent_id = ${parent.id}, path = ${`${parent.path}.${pathLabel(officeA1.id)}`}
    where id = ${officeA1.id}`
  await place(countyB)
  const { unit } = await reporting.dashboard({ unitId: id(countyB), ...english })
  const { rows } = await reporting.units({ unitId: id(countyB) })
  await place(countyA)
  expect(unit.ownPeople).toBe(0)
  expect(rows.map(({ name }) => name)).toContain('Office A1')
  for (const row of rows) {
    const counts = [...states(row), row.all, row.people]
    expect(Math.min(...counts), `${row.name}: ${counts}`).toBeGreaterThanOrEqual(0)
    expect(states(row).reduce((sum, each) => sum + each, 0)).toBe(row.all)
  }
})

test('annual figures count the year of completion and offices by their own people', async () => {
  const reporting = await counties()
  const region = id(world.units.region)
  expect(await reporting.annual({ unitId: region, year: 2026 })).toMatchObject({
    peopleTrained: 3,
    officesWithTrained: 2,
    offices: 4,
    completions: 3,
    learnedMinutes: 45,
    requiredDue: 5,
    requiredCompleted: 3,
  })
  expect(await reporting.annual({ unitId: region, year: 2025 })).toMatchObject({
    peopleTrained: 0,
    officesWithTrained: 0,
    completions: 0,
    requiredDue: 0,
  })
  expect((await reporting.annual({ unitId: region, year: 2019 })).offices).toBe(0)
})

test('annual figures count a completion where the person worked that day', async () => {
  const { officeA1, officeA2, officeB1, countyA, countyB } = world.units
  const reporting = await counties()
  const annual = (unit: TestUnit) => reporting.annual({ unitId: id(unit), year: 2026 })
  const course = await history.insertCourse()
  const moved = await world.addPerson({ unit: officeA1 })
  const left = await world.addPerson({ unit: officeA2 })
  const before = {
    a: await annual(countyA),
    b: await annual(countyB),
  }
  for (const person of [moved, left]) {
    await history.enrol(person, course, { dueOn: '2026-10-30' })
    await history.complete(person, course, new Date('2026-10-01T10:00:00Z'))
    await world.sql`update person_placement set valid_to = '2026-11-01' where person_id = ${person.id}`
  }
  await history.move(moved, officeB1)
  await world.sql`insert into person_placement (id, person_id, unit_id, valid_from)
    values (gen_random_uuid(), ${moved.id}, ${officeB1.id}, '2026-11-01')`
  await history.setActive(left, false)
  const after = { a: await annual(countyA), b: await annual(countyB) }
  expect(after.a).toMatchObject({
    people: before.a.people,
    peopleTrained: before.a.peopleTrained + 2,
    completions: before.a.completions + 2,
    requiredDue: before.a.requiredDue + 2,
    requiredCompleted: before.a.requiredCompleted + 2,
  })
  // She works there now, but completed nothing there.
  expect(after.b).toMatchObject({
    people: before.b.people + 1,
    completions: before.b.completions,
    requiredDue: before.b.requiredDue,
  })
})

test('the owner of the programme reads sums, never people', async () => {
  const reporting = await counties()
  const unitId = id(world.units.officeB1)
  expect((await reporting.dashboard({ unitId, ...english })).mayReadPeople).toBe(false)
  await expect(reporting.people({ unitId, ...english })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  await expect(reporting.exportPeople({ unitId, format: 'csv', ...english })).rejects.toMatchObject(
    { code: 'FORBIDDEN' },
  )
})

test('whether people may be read is not asked of a replica, which may not know of a move', async () => {
  const { region, countyA, countyB, officeA2 } = world.units
  const stale = await createTestDatabase()
  try {
    const [units] = await world.sql`select jsonb_agg(u) as rows from unit u`
    await stale.sql`
      insert into unit select * from jsonb_populate_recordset(null::unit, ${stale.sql.json(units?.rows)})`
    const app = await createTestApp(world, world.clock, stale.db)
    const person = await world.addPerson({ unit: countyA, role: 'manager' })
    await world.sql`insert into role_grant (id, person_id, role, unit_id, valid_from)
      values (${newId()}, ${person.id}, 'owner', ${region.id}, '2025-01-01')`
    const ask = () =>
      clientOver(app, person).reporting.dashboard({ unitId: id(officeA2), ...english })
    expect((await ask()).mayReadPeople).toBe(true)
    await world.sql`update unit set parent_id = ${countyB.id},
      path = ${`${countyB.path}.${pathLabel(officeA2.id)}`} where id = ${officeA2.id}`
    expect((await ask()).mayReadPeople).toBe(false)
  } finally {
    await world.sql`update unit set parent_id = ${countyA.id}, path = ${officeA2.path} where id = ${officeA2.id}`
    await stale.close()
  }
})

test('a manager reads nothing of a unit beside hers', async () => {
  await expect(
    manager().dashboard({ unitId: id(world.units.officeB1), ...english }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

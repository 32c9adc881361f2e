import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drainOutbox } from '../../../server/events.ts'
import { createWorld, type TestPerson, type World } from '../../../testing/world.ts'
import { reportingConsumers } from './consumers.ts'
import { type History, historyOf, type TestCourse } from './history-fixture.ts'

let world: World
let history: History
const people: TestPerson[] = []
const courses: TestCourse[] = []

beforeAll(async () => {
  world = await createWorld()
  history = historyOf(world)
  const { officeA1, departmentA1a, officeB1 } = world.units
  for (const unit of [officeA1, officeA1, departmentA1a, officeB1, officeB1])
    people.push(await world.addPerson({ unit }))
  for (let count = 0; count < 2; count += 1) courses.push(await history.insertCourse())
})
afterAll(() => world.close())

const days = ['2026-10-01', '2026-11-17', '2026-11-18', '2026-11-19', null]
/** Around midnight in Warsaw, and around a Monday. */
const instants = ['2026-11-15T22:30:00Z', '2026-11-15T23:30:00Z', '2026-07-05T22:10:00Z']

const who = { person: fc.nat(4), course: fc.nat(1) }
const step = fc.oneof(
  fc.record({
    kind: fc.constant('enrol' as const),
    ...who,
    dueOn: fc.constantFrom(...days),
    required: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('start' as const), ...who }),
  fc.record({
    kind: fc.constant('lesson' as const),
    ...who,
    lesson: fc.constantFrom('first' as const, 'second' as const),
  }),
  fc.record({ kind: fc.constant('complete' as const), ...who, at: fc.constantFrom(...instants) }),
  fc.record({
    kind: fc.constant('end' as const),
    ...who,
    state: fc.constantFrom('withdrawn' as const, 'released' as const),
  }),
  fc.record({
    kind: fc.constant('due' as const),
    ...who,
    dueOn: fc.constantFrom(...days),
    required: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('move' as const),
    person: fc.nat(4),
    to: fc.constantFrom('officeA1' as const, 'departmentA1a' as const, 'officeB1' as const),
  }),
  fc.record({
    kind: fc.constant('reform' as const),
    unit: fc.constantFrom('officeA1' as const, 'departmentA1a' as const),
    to: fc.constantFrom('countyA' as const, 'countyB' as const, 'officeB1' as const),
  }),
  fc.record({ kind: fc.constant('active' as const), person: fc.nat(4), active: fc.boolean() }),
  fc.record({ kind: fc.constant('drain' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

test('sums equal a recount to the row after any history, in any batches', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      await reset()
      for (const each of steps) await take(each)
      await world.drain()
      const kept = await snapshot()
      await history.rebuild()
      expect(kept).toEqual(await snapshot())
    }),
    { numRuns: 40 },
  )
}, 120_000)

test('the same facts a second time change nothing', async () => {
  await reset()
  const [person, course] = [at(people, 0), at(courses, 0)]
  const enrolmentId = await history.enrol(person, course, { dueOn: '2026-11-01' })
  await history.finishLesson(person, course, 'first')
  await history.complete(person, course)
  await world.drain()
  const before = await snapshot()
  // The office, its county and the region.
  expect(before.reporting_course).toHaveLength(3)
  const fact = {
    type: 'EnrolmentChanged' as const,
    enrolmentId: enrolmentId ?? '',
    personId: person.id,
    courseId: course.courseId,
    change: 'completed' as const,
  }
  await world.db.transaction(async (tx) => {
    for (const consumer of reportingConsumers) await consumer.handle(tx, [fact, fact], world)
  })
  expect(await snapshot()).toEqual(before)
})

test('a completion counts in the week it had in Warsaw', async () => {
  await reset()
  const [person, course] = [at(people, 0), at(courses, 0)]
  await history.enrol(person, course)
  // Sunday evening in UTC, Monday half past midnight at the office.
  await history.complete(person, course, new Date('2026-11-15T23:30:00Z'))
  await world.drain()
  const week = { week: '2026-11-16', completed: 1 }
  expect((await snapshot()).reporting_week).toMatchObject([week, week, week])
})

function take(given: Step): Promise<unknown> {
  if (given.kind === 'drain') return world.drain()
  if (given.kind === 'reform')
    return history.moveUnit(world.units[given.unit], world.units[given.to])
  const person = at(people, given.person)
  if (given.kind === 'move') return history.move(person, world.units[given.to])
  if (given.kind === 'active') return history.setActive(person, given.active)
  const course = at(courses, given.course)
  if (given.kind === 'enrol') return history.enrol(person, course, given)
  if (given.kind === 'start') return history.start(person, course)
  if (given.kind === 'lesson') return history.finishLesson(person, course, given.lesson)
  if (given.kind === 'complete') return history.complete(person, course, new Date(given.at))
  if (given.kind === 'end') return history.end(person, course, given.state)
  return history.changeDue(person, course, given)
}

test('a batch that a crash cuts short takes effect once, when it comes again', async () => {
  await reset()
  const course = at(courses, 0)
  for (const person of people) {
    await history.enrol(person, course, { dueOn: '2026-11-01' })
    await history.finishLesson(person, course, 'first')
  }
  await history.complete(at(people, 0), course)
  await history.moveUnit(world.units.departmentA1a, world.units.officeB1)
  const before = await snapshot()
  const cutShort = reportingConsumers.map((consumer) => ({
    ...consumer,
    handle: async (...given: Parameters<typeof consumer.handle>) => {
      await consumer.handle(...given)
      // All sums are written, the cursor is not: the server's connection ends here.
      await given[0].execute(sql`select pg_terminate_backend(pg_backend_pid())`)
    },
  }))
  await expect(drainOutbox(world.db, cutShort, world)).rejects.toThrow()
  expect(await snapshot()).toEqual(before)
  await world.drain()
  const kept = await snapshot()
  expect(kept).not.toEqual(before)
  await history.rebuild()
  expect(kept).toEqual(await snapshot())
})

/** Everybody back where she began, without a course; facts still waiting are taken first. */
async function reset() {
  await world.drain()
  await world.db.execute(sql`truncate enrolment_event, lesson_progress, enrolment cascade`)
  await history.moveUnit(world.units.officeA1, world.units.countyA)
  await history.moveUnit(world.units.departmentA1a, world.units.officeA1)
  for (const { id, unitId } of people)
    await world.db.execute(
      sql`update person set active = true, unit_id = ${unitId} where id = ${id}`,
    )
  await history.rebuild()
}

const tables = [
  'reporting_enrolment',
  'reporting_course',
  'reporting_due',
  'reporting_week',
  'reporting_person',
  'reporting_unit',
  'reporting_path',
]

async function snapshot(): Promise<Record<string, unknown[]>> {
  const rowsByTable: Record<string, unknown[]> = {}
  for (const table of tables)
    rowsByTable[table] = await world.sql
      .unsafe(`select to_jsonb(x) as row from ${table} x order by to_jsonb(x)::text`)
      .then((rows) => rows.map(({ row }) => row))
  return rowsByTable
}

function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index]
  if (value === undefined) throw new Error(`nothing at ${index}`)
  return value
}

import { sql as statement } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createWorld, type TestPerson, type World } from '../../../testing/world.ts'
import { type History, historyOf, type TestCourse } from './history-fixture.ts'
import { recountRollups } from './recount.ts'

let world: World
let history: History
let course: TestCourse
const people: TestPerson[] = []

beforeAll(async () => {
  world = await createWorld()
  history = historyOf(world)
  course = await history.insertCourse()
  const { officeA1, departmentA1a, officeB1 } = world.units
  for (const unit of [officeA1, departmentA1a, officeB1, officeB1])
    people.push(await world.addPerson({ unit }))
  await history.rebuild()
  for (const person of people) await history.enrol(person, course, { dueOn: '2026-11-01' })
  await history.complete(at(people, 0), course)
  await history.finishLesson(at(people, 1), course, 'first')
})
afterAll(() => world.close())

/** Tables with rows that differed, and how many. */
async function recount(): Promise<Record<string, number>> {
  const tables = await recountRollups(world.db, world)
  return Object.fromEntries(
    tables.filter(({ differed }) => differed > 0).map(({ table, differed }) => [table, differed]),
  )
}

beforeEach(async () => {
  await recount()
})

test('counts what waits, and finds no difference in sums that are right', async () => {
  await history.complete(at(people, 2), course)
  expect(await recount()).toEqual({})
  expect(await isRight()).toBe(true)
})

test('finds each row that is wrong, missing or too much, and puts it right', async () => {
  const { sql } = world
  const { countyA, officeB1 } = world.units
  await sql`update reporting_course set completed = completed + 5 where unit_id = ${countyA.id}`
  await sql`delete from reporting_unit where unit_id in (${countyA.id}, ${officeB1.id})`
  await sql`insert into reporting_week (unit_id, course_id, required, week, completed)
    values (${officeB1.id}, 'nothing', true, '2026-11-16', 4)`
  expect(await recount()).toEqual({ reporting_course: 1, reporting_unit: 2, reporting_week: 1 })
  expect(await isRight()).toBe(true)
  expect(await recount()).toEqual({})
})

test('goes on beside facts that come in, and nothing is counted twice', async () => {
  const { sql } = world
  await sql`update reporting_course set enrolled = enrolled + 1`
  let isOver = false
  const working = (async () => {
    for (let turn = 0; !isOver; turn += 1) {
      await history.move(
        at(people, turn % 4),
        turn % 3 === 0 ? world.units.officeA2 : world.units.officeB1,
      )
      await world.drain()
    }
  })()
  try {
    for (let turn = 0; turn < 5; turn += 1) await recount()
  } finally {
    isOver = true
    await working
  }
  await world.drain()
  expect(await isRight()).toBe(true)
}, 60_000)

test('waits for a batch of facts that takes longer than requests would wait', async () => {
  const client = postgres(world.url, { max: 3, connection: { lock_timeout: 100 } })
  try {
    let recounting: Promise<unknown> = Promise.resolve()
    await world.db.transaction(async (batch) => {
      await batch.execute(statement`select from outbox_cursor for update`)
      recounting = recountRollups(drizzle(client), world)
      await Promise.race([recounting, new Promise((resolve) => setTimeout(resolve, 600))])
    })
    expect(await recounting).toHaveLength(7)
  } finally {
    await client.end()
  }
})

/** Whether counting everything anew from nothing leaves each row as it is. */
async function isRight(): Promise<boolean> {
  const kept = await rows()
  await history.rebuild()
  return JSON.stringify(kept) === JSON.stringify(await rows())
}

async function rows() {
  const tables = ['enrolment', 'course', 'due', 'week', 'person', 'unit', 'path']
  const found = []
  for (const table of tables)
    found.push(
      await world.sql.unsafe(
        `select to_jsonb(x)::text as row from reporting_${table} x order by to_jsonb(x)::text`,
      ),
    )
  return found
}

function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index]
  if (value === undefined) throw new Error(`nothing at ${index}`)
  return value
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../server/ids.ts'
import { createWorld, type World } from '../../../testing/world.ts'
import { insertTestCourse } from './course-fixture.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

test('who has nothing yet is offered courses, those for her job first', async () => {
  await insertTestCourse(world.sql, { lessons: [{ key: 'a' }] })
  const { courseId } = await insertTestCourse(world.sql, { lessons: [{ key: 'a' }] }, ['inspector'])
  const person = await world.addPerson({ unit: world.units.officeA1, jobRole: 'inspector' })
  const home = await world.clientAs(person).learning.home({ language: 'pl' })
  expect(home).toMatchObject({ today: '2026-11-18', next: null, due: [], courses: [] })
  expect(home.suggested[0]).toEqual({ courseId, title: 'Obsługa klienta', minutes: 8 })
})

test('home leads to the lesson left open, lists what is due by date, and keeps results', async () => {
  const person = await world.addPerson({ unit: world.units.officeA1 })
  const client = world.clientAs(person)
  const trainer = world.clientAs(world.as('trainer'))
  const course = async () =>
    (await insertTestCourse(world.sql, { lessons: [{ key: 'a' }, { key: 'b' }] })).courseId
  const [done, reading, late] = [await course(), await course(), await course()]

  const finished = await client.learning.enrol({ courseId: done })
  await client.learning.saveProgress({
    enrolmentId: finished.enrolmentId,
    saves: [save('a', true), save('b', true)],
  })
  const open = await trainer.learning.enrolPerson({
    personId: person.id,
    courseId: reading,
    dueOn: '2026-11-27',
  })
  await trainer.learning.enrolPerson({
    personId: person.id,
    courseId: late,
    dueOn: '2026-11-19',
    required: true,
  })
  world.setNow('2026-11-21T09:00:00Z')
  await client.learning.saveProgress({
    enrolmentId: open.enrolmentId,
    saves: [save('a', true), { ...save('b'), position: { block: 3, share: 0, read: 0.5 } }],
  })

  const home = await client.learning.home({ language: 'en' })
  expect(home.next).toMatchObject({
    course: { courseId: reading, lessonsDone: 1, lessonsTotal: 2 },
    lesson: { key: 'b', title: 'Lesson b', number: 2, minutesLeft: 4 },
  })
  expect(home.due.map(({ courseId, due }) => [courseId, due])).toEqual([
    [late, { kind: 'overdue', days: 2 }],
    [reading, { kind: 'soon', days: 6 }],
  ])
  expect(home.courses.map(({ courseId, state }) => [courseId, state])).toEqual([
    [late, 'enrolled'],
    [reading, 'started'],
    [done, 'completed'],
  ])
  expect(home.suggested).toEqual([])
})

const save = (lessonKey: string, completed = false) => ({
  id: newId(),
  lessonKey,
  at: '2026-11-18T09:00:00Z',
  completed,
})

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../server/ids.ts'
import { createWorld, type World } from '../../../testing/world.ts'
import { disagreeingEnrolments, insertTestCourse, publishTestVersion } from './course-fixture.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
afterEach(async () => expect(await disagreeingEnrolments(world.sql)).toEqual([]))

const lessons = [{ key: 'opening' }, { key: 'listening' }, { key: 'handing-over' }]

test('enrolling twice, even at once, gives one enrolment', async () => {
  const { courseId } = await insertTestCourse(world.sql, { lessons })
  const client = world.clientAs(await world.addPerson({ unit: world.units.officeA1 }))
  const [one, other] = await Promise.all([
    client.learning.enrol({ courseId }),
    client.learning.enrol({ courseId }),
  ])
  expect(other).toEqual(one)
  expect(await client.learning.enrol({ courseId })).toEqual(one)
})

test('a course that is not there cannot be taken', async () => {
  const client = world.clientAs(await world.addPerson({ unit: world.units.officeA1 }))
  const { courseId } = await insertTestCourse(world.sql, { lessons })
  await world.sql`update course set withdrawn_at = now() where id = ${courseId}`
  await expect(client.learning.enrol({ courseId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('one withdraws from what one chose, not from what one must take', async () => {
  const { courseId } = await insertTestCourse(world.sql, { lessons })
  const person = await world.addPerson({ unit: world.units.officeA1 })
  const client = world.clientAs(person)
  const { enrolmentId } = await client.learning.enrol({ courseId })
  expect(await client.learning.withdraw({ enrolmentId })).toEqual({
    enrolmentId,
    state: 'withdrawn',
  })
  expect(await client.learning.withdraw({ enrolmentId })).toEqual({
    enrolmentId,
    state: 'withdrawn',
  })

  const trainer = world.clientAs(world.as('trainer'))
  const required = await trainer.learning.enrolPerson({
    personId: person.id,
    courseId,
    dueOn: '2026-12-31',
    required: true,
  })
  await expect(
    client.learning.withdraw({ enrolmentId: required.enrolmentId }),
  ).rejects.toMatchObject({
    code: 'REQUIRED',
    data: { dueOn: '2026-12-31' },
  })
  const view = await client.learning.courseEnrolment({ courseId })
  expect(view.enrolment).toMatchObject({ required: true, canWithdraw: false, dueOn: '2026-12-31' })
  expect(view.history.map(({ change, by }) => [change, by])).toEqual([
    ['enrolled', 'Anna Mazur'],
    ['withdrawn', null],
    ['enrolled', null],
  ])
})

test('what a trainer does to somebody’s enrolment is in the audit', async () => {
  const { courseId } = await insertTestCourse(world.sql, { lessons })
  const person = await world.addPerson({ unit: world.units.officeA2 })
  const trainer = world.clientAs(world.as('trainer'))
  const { enrolmentId } = await trainer.learning.enrolPerson({ personId: person.id, courseId })
  await trainer.learning.release({ enrolmentId, reason: 'On leave' })
  const rows =
    await world.sql`select action, actor_id, detail from audit where subject_id = ${enrolmentId} order by id`
  expect(rows).toMatchObject([
    { action: 'enrolment.made', actor_id: world.as('trainer').id },
    { action: 'enrolment.released', detail: { reason: 'On leave', personId: person.id } },
  ])
})

test('a trainer enrols nobody outside the units where she is trainer, and for no past date', async () => {
  const { courseId } = await insertTestCourse(world.sql, { lessons })
  const trainer = world.clientAs(world.as('trainer'))
  const elsewhere = await world.addPerson({ unit: world.units.officeB1 })
  await expect(
    trainer.learning.enrolPerson({ personId: elsewhere.id, courseId }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const here = await world.addPerson({ unit: world.units.officeA1 })
  await expect(
    trainer.learning.enrolPerson({ personId: here.id, courseId, dueOn: '2026-11-17' }),
  ).rejects.toMatchObject({ code: 'DUE_IN_THE_PAST', data: { today: '2026-11-18' } })
})

test('a learner stays on her version until she takes the new one; unchanged lessons stay done', async () => {
  const { courseId } = await insertTestCourse(world.sql, { lessons })
  const client = world.clientAs(await world.addPerson({ unit: world.units.officeA1 }))
  const { enrolmentId } = await client.learning.enrol({ courseId })
  await client.learning.saveProgress({
    enrolmentId,
    saves: ['opening', 'listening'].map((lessonKey) => ({
      id: newId(),
      lessonKey,
      at: '2026-11-18T09:00:00Z',
      completed: true,
    })),
  })
  const second = await publishTestVersion(world.sql, courseId, {
    number: 2,
    lessons: [
      { key: 'opening' },
      { key: 'listening', wording: 'rewritten' },
      { key: 'new-one' },
      { key: 'handing-over' },
    ],
  })
  const before = await client.learning.player({ enrolmentId, language: 'en' })
  expect(before.lessons).toHaveLength(3)
  expect(before.versionOffer).toEqual({
    courseVersionId: second,
    number: 2,
    lessonsCarriedOver: 1,
    lessonsTotal: 4,
  })
  expect((await client.learning.courseEnrolment({ courseId })).enrolment?.newerVersion).toBe(2)

  await expect(
    client.learning.switchVersion({ enrolmentId, courseVersionId: before.courseVersionId }),
  ).rejects.toMatchObject({ code: 'VERSION_NOT_OFFERED', data: { offered: second } })
  expect(await client.learning.switchVersion({ enrolmentId, courseVersionId: second })).toEqual({
    lessonsCarriedOver: 1,
    lessonsTotal: 4,
  })
  const after = await client.learning.player({ enrolmentId, language: 'en' })
  expect(after.lessons.map(({ completedAt }) => completedAt !== null)).toEqual([
    true,
    false,
    false,
    false,
  ])
  expect(after.versionOffer).toBeNull()
})

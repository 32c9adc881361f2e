import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attemptId, courseId, enrolmentId } from '../../../contract/primitives.ts'
import { newId } from '../../../server/ids.ts'
import { insertCourse } from '../../../testing/courses.ts'
import { createWorld, type TestPerson, type World } from '../../../testing/world.ts'
import type { Response } from '../model/response.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const rightResponses: Record<string, Response> = {
  single: { type: 'single-choice', optionId: 'b' },
  'true-false': { type: 'true-false', value: true },
  order: { type: 'order', itemIds: ['a', 'b', 'c'] },
}

async function enrolled({ maxAttempts = 2 } = {}) {
  const course = await insertCourse(world.sql, { maxAttempts })
  const person = await world.addPerson({ unit: world.units.officeA1 })
  const client = world.clientAs(person)
  const { enrolmentId: id } = await client.learning.enrol({
    courseId: courseId.parse(course.courseId),
  })
  return { person, client, enrolmentId: id, course }
}

async function open(person: TestPerson, id: string) {
  const client = world.clientAs(person)
  const enrolment = { enrolmentId: enrolmentId.parse(id) }
  const started = await client.assessment.start(enrolment)
  const attempt = { ...enrolment, attemptId: attemptId.parse(started.attemptId) }
  const give = (questionKey: string, response: Response, sequence = 1, answerId = newId()) =>
    client.assessment.answer({ ...attempt, answerId, questionKey, sequence, response })
  const answerRight = async () => {
    for (const [key, response] of Object.entries(rightResponses)) await give(key, response)
  }
  return { client, attempt, give, answerRight }
}

describe('a quiz', () => {
  test('passes with right answers and says why in its review', async () => {
    const { person, enrolmentId: id } = await enrolled()
    const { client, attempt, answerRight } = await open(person, id)
    await answerRight()
    expect(await client.assessment.submit(attempt)).toMatchObject({
      share: 1,
      passed: true,
      points: 3,
      pointsPossible: 3,
    })
    const review = await client.assessment.review({ ...attempt, language: 'en' })
    const single = review.questions.find(({ question }) => question.key === 'single')
    expect(single).toMatchObject({
      points: 1,
      rightAnswer: ['Choice b'],
      reasons: [{ optionId: 'b', text: 'SECRET-REASON b' }],
      lesson: { key: 'first', title: 'Lesson first' },
    })
  })

  test('fails without answers; the last answer before submission counts', async () => {
    const { person, enrolmentId: id } = await enrolled()
    const first = await open(person, id)
    expect(await first.client.assessment.submit(first.attempt)).toMatchObject({
      share: 0,
      passed: false,
    })
    const second = await open(person, id)
    await second.answerRight()
    await second.give('single', { type: 'single-choice', optionId: 'a' }, 2)
    expect(await second.client.assessment.submit(second.attempt)).toMatchObject({
      points: 2,
      number: 2,
    })
  })

  test('keeps the order of answers that arrive out of order', async () => {
    const { person, enrolmentId: id } = await enrolled()
    const { client, attempt, give } = await open(person, id)
    await give('single', { type: 'single-choice', optionId: 'b' }, 5)
    await give('single', { type: 'single-choice', optionId: 'a' }, 4)
    const { questions } = await client.assessment.paper({ ...attempt, language: 'pl' })
    expect(questions.find(({ question }) => question.key === 'single')).toMatchObject({
      response: { type: 'single-choice', optionId: 'b' },
      sequence: 5,
    })
  })

  test('stores an answer sent twice once', async () => {
    const { person, enrolmentId: id } = await enrolled()
    const { give, attempt } = await open(person, id)
    const answerId = newId()
    const saved = await give('single', { type: 'single-choice', optionId: 'b' }, 1, answerId)
    expect(await give('single', { type: 'single-choice', optionId: 'b' }, 1, answerId)).toEqual(
      saved,
    )
    expect(
      await world.sql`select 1 from quiz_answer where attempt_id = ${attempt.attemptId}`,
    ).toHaveLength(1)
  })

  test('refuses answers after submission', async () => {
    const { person, enrolmentId: id } = await enrolled()
    const { client, attempt, give } = await open(person, id)
    await client.assessment.submit(attempt)
    await expect(give('single', { type: 'single-choice', optionId: 'b' })).rejects.toMatchObject({
      code: 'ATTEMPT_CLOSED',
    })
  })

  test('gives the first result when handed in twice', async () => {
    const { person, enrolmentId: id } = await enrolled()
    const { client, attempt } = await open(person, id)
    const [one, other] = await Promise.all([
      client.assessment.submit(attempt),
      client.assessment.submit(attempt),
    ])
    expect(one).toEqual(other)
  })

  test('gives the open attempt again instead of a second one', async () => {
    const { person, enrolmentId: id } = await enrolled()
    const [one, other] = await Promise.all([open(person, id), open(person, id)])
    expect(one.attempt).toEqual(other.attempt)
  })

  test('refuses more attempts than the course allows', async () => {
    const { person, enrolmentId: id } = await enrolled({ maxAttempts: 1 })
    const { client, attempt } = await open(person, id)
    await client.assessment.submit(attempt)
    await expect(open(person, id)).rejects.toMatchObject({
      code: 'NO_ATTEMPTS_LEFT',
      data: { maxAttempts: 1 },
    })
  })

  test('leaving the course and coming back gives no further attempts', async () => {
    const { person, client, enrolmentId: id, course } = await enrolled({ maxAttempts: 1 })
    const { attempt } = await open(person, id)
    await client.assessment.submit(attempt)
    await client.learning.withdraw({ enrolmentId: id })
    const again = await client.learning.enrol({ courseId: courseId.parse(course.courseId) })
    expect(again.enrolmentId).not.toBe(id)
    const { enrolmentId: now } = again
    await expect(client.assessment.start({ enrolmentId: now })).rejects.toMatchObject({
      code: 'NO_ATTEMPTS_LEFT',
    })
    const view = await client.assessment.overview({ enrolmentId: now, language: 'en' })
    expect(view).toMatchObject({ canStart: false, attemptsLeft: 0 })
  })

  test('as many starts at once as one likes open one attempt', async () => {
    const { client, enrolmentId: id } = await enrolled()
    const starts = Array.from({ length: 8 }, () => client.assessment.start({ enrolmentId: id }))
    const ids = (await Promise.all(starts)).map(({ attemptId: each }) => each)
    expect(new Set(ids).size).toBe(1)
  })

  test('an attempt on the version one left passes nothing on the new one, which has its own', async () => {
    const { person, client, enrolmentId: id, course } = await enrolled({ maxAttempts: 1 })
    const { attempt, answerRight } = await open(person, id)
    await answerRight()
    const newer = await insertCourse(world.sql, { maxAttempts: 1 })
    await world.sql`update enrolment set course_version_id = ${newer.courseVersionId} where id = ${id}`
    const quiz = () => client.assessment.overview({ enrolmentId: id, language: 'en' })
    expect(await quiz()).toMatchObject({ openAttemptId: null, canStart: true, attemptsLeft: 1 })
    const second = await client.assessment.start({ enrolmentId: id })
    expect(second.attemptId).not.toBe(attempt.attemptId)
    expect(await client.assessment.submit(attempt)).toMatchObject({ passed: true })
    const [row] = await world.sql`select quiz_passed_at from enrolment where id = ${id}`
    expect(row).toEqual({ quiz_passed_at: null })
    expect(course.courseVersionId).not.toBe(newer.courseVersionId)
  })

  test('completes the course once the lessons are done too', async () => {
    const { person, enrolmentId: id } = await enrolled()
    await world.sql`insert into lesson_progress (enrolment_id, lesson_key, first_opened_at, completed_at, updated_at)
      select ${id}, key, now(), now(), now() from unnest(array['first', 'second']) key`
    await world.sql`update enrolment set lessons_done = 2, state = 'started', started_at = now() where id = ${id}`
    const { client, attempt, answerRight } = await open(person, id)
    await answerRight()
    await client.assessment.submit(attempt)
    const [row] = await world.sql`select state, quiz_best_share from enrolment where id = ${id}`
    expect(row).toEqual({ state: 'completed', quiz_best_share: 1 })
  })
})

describe('nothing of a key leaves the server', () => {
  test('before submission no answer of the server holds a reason or a right answer', async () => {
    const { person, enrolmentId: id } = await enrolled()
    const { client, attempt, answerRight } = await open(person, id)
    const answers = [
      await client.assessment.overview({ enrolmentId: attempt.enrolmentId, language: 'en' }),
      await client.assessment.paper({ ...attempt, language: 'en' }),
      await client.catalogue.search({ language: 'en' }),
      await answerRight(),
    ]
    expect(JSON.stringify(answers)).not.toMatch(/SECRET-REASON|right|accept|why/i)
    await expect(client.assessment.review({ ...attempt, language: 'en' })).rejects.toMatchObject({
      code: 'NOT_SUBMITTED',
    })
  })

  test('another person is told that there is no such thing', async () => {
    const { person, enrolmentId: id } = await enrolled()
    const { attempt } = await open(person, id)
    const stranger = world.clientAs(world.as('administrator'))
    await expect(stranger.assessment.paper({ ...attempt, language: 'en' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('an attempt of another enrolment of mine is not found under this one', async () => {
    const one = await enrolled()
    const { attempt } = await open(one.person, one.enrolmentId)
    const course = await insertCourse(world.sql)
    const other = await one.client.learning.enrol({ courseId: courseId.parse(course.courseId) })
    await expect(
      one.client.assessment.paper({ ...attempt, enrolmentId: other.enrolmentId, language: 'en' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

test('answers can be neither changed nor deleted', async () => {
  const { person, enrolmentId: id } = await enrolled()
  const { give } = await open(person, id)
  await give('single', { type: 'single-choice', optionId: 'b' })
  await expect(world.sql`update quiz_answer set sequence = 9`).rejects.toThrow('append-only')
  await expect(world.sql`delete from quiz_answer`).rejects.toThrow('append-only')
})

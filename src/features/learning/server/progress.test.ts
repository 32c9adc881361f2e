import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { EnrolmentId } from '../../../contract/primitives.ts'
import { createContext } from '../../../server/app.ts'
import { newId } from '../../../server/ids.ts'
import { createWorld, type TestPerson, type World } from '../../../testing/world.ts'
import { disagreeingEnrolments, insertTestCourse } from './course-fixture.ts'
import { learningJobs } from './jobs.ts'
import { recordQuizResult } from './public.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
afterEach(async () => expect(await disagreeingEnrolments(world.sql)).toEqual([]))

const lessons = [{ key: 'opening' }, { key: 'listening' }]

test('a lesson finished counts once, however often its save arrives', async () => {
  const { client, enrolmentId } = await enrolledLearner()
  const saves = [made({ lessonKey: 'opening', completed: true, presentSeconds: 60 })]
  await client.learning.saveProgress({ enrolmentId, saves })
  const again = await client.learning.saveProgress({ enrolmentId, saves: [...saves, ...saves] })
  expect(again).toMatchObject({ state: 'started', lessonsDone: 1, lessonsTotal: 2 })
  expect(again.acknowledged).toContain(saves[0]?.id)
  const [stored] =
    await world.sql`select present_seconds from lesson_progress where enrolment_id = ${enrolmentId}`
  expect(stored?.present_seconds).toBe(60)
  const events =
    await world.sql`select type from enrolment_event where enrolment_id = ${enrolmentId} order by at, id`
  expect(events.map(({ type }) => type)).toEqual(['enrolled', 'started', 'lesson-completed'])
})

test('any order and any repetition of saves leaves the same lesson', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(3), { maxLength: 4 }),
      fc.integer({ min: 1, max: 4 }),
      async (order, repeated, batchSize) => {
        const saves = [0, 1, 2, 3].map((minute) =>
          made({
            lessonKey: 'opening',
            at: `2026-11-18T08:0${minute}:00Z`,
            presentSeconds: 10 + minute,
            position: { block: minute, share: 0.5, read: 0.1 },
            blocks: { desk: [minute] },
            completed: minute === 2,
          }),
        )
        const rest = [0, 1, 2, 3].filter((index) => !order.includes(index))
        const sent = [...order, ...repeated, ...rest].flatMap((index) => saves[index] ?? [])
        const { client, enrolmentId } = await enrolledLearner()
        for (let from = 0; from < sent.length; from += batchSize)
          await client.learning.saveProgress({
            enrolmentId,
            saves: sent.slice(from, from + batchSize),
          })
        const lesson = await client.learning.lesson({ enrolmentId, lessonKey: 'opening' })
        expect(lesson).toEqual({
          blocks: { desk: [3] },
          position: { block: 3, share: 0.5, read: 0.1 },
          completedAt: '2026-11-18T09:00:00.000Z',
        })
        const [stored] =
          await world.sql`select present_seconds from lesson_progress where enrolment_id = ${enrolmentId}`
        expect(stored?.present_seconds).toBe(46)
      },
    ),
    { numRuns: 15 },
  )
})

test('two devices saving at once, each save sent twice, add up to the second', async () => {
  const { client, enrolmentId } = await enrolledLearner()
  await client.learning.saveProgress({ enrolmentId, saves: [made({ lessonKey: 'opening' })] })
  const saves = Array.from({ length: 30 }, (_, index) =>
    made({
      lessonKey: index % 3 === 0 ? 'listening' : 'opening',
      presentSeconds: 1,
      position: { block: index, share: 0, read: 0.2 },
      completed: index === 20,
    }),
  )
  const sent = [...saves, ...saves].map((save) =>
    client.learning.saveProgress({ enrolmentId, saves: [save] }),
  )
  expect((await Promise.all(sent)).every(({ acknowledged }) => acknowledged.length === 1)).toBe(
    true,
  )
  const [stored] = await world.sql`
    select sum(present_seconds)::int as seconds, (select count(*)::int from progress_receipt r
      where r.enrolment_id = ${enrolmentId}) as receipts
    from lesson_progress where enrolment_id = ${enrolmentId}`
  expect(stored).toEqual({ seconds: 30, receipts: 31 })
  expect((await client.learning.player({ enrolmentId, language: 'pl' })).lessons[0]).toMatchObject({
    key: 'opening',
    completedAt: expect.any(String),
  })
})

test('what is done after the clock of the server was put back still counts as the later', async () => {
  const { client, enrolmentId } = await enrolledLearner()
  const tick = (items: number[], at: string) =>
    client.learning.saveProgress({
      enrolmentId,
      saves: [made({ lessonKey: 'opening', at, blocks: { desk: items } })],
    })
  const now = world.clock().getTime()
  await tick([0], new Date(now).toISOString())
  world.setNow(new Date(now - 86_400_000).toISOString())
  try {
    await tick([0, 1], new Date(now + 60_000).toISOString())
    await tick([0, 1, 2], new Date(now + 120_000).toISOString())
  } finally {
    world.setNow(new Date(now).toISOString())
  }
  const { blocks } = await client.learning.lesson({ enrolmentId, lessonKey: 'opening' })
  expect(blocks.desk).toEqual([0, 1, 2])
})

test('the player opens where the learner was, on any device', async () => {
  const { client, enrolmentId } = await enrolledLearner()
  const position = { block: 7, share: 0.25, read: 0.6 }
  await client.learning.saveProgress({
    enrolmentId,
    saves: [made({ lessonKey: 'listening', position, at: '2026-11-18T09:30:00Z' })],
  })
  const player = await client.learning.player({ enrolmentId, language: 'pl' })
  expect(player).toMatchObject({
    title: 'Obsługa klienta',
    lastLessonKey: 'listening',
    lessons: [
      { key: 'opening', position: null },
      { key: 'listening', title: 'Lekcja listening', position },
    ],
    quiz: null,
    versionOffer: null,
  })
})

test('all lessons complete a course without a quiz', async () => {
  const { client, enrolmentId } = await enrolledLearner()
  const answer = await client.learning.saveProgress({
    enrolmentId,
    saves: [
      made({ lessonKey: 'opening', completed: true }),
      made({ lessonKey: 'listening', completed: true }),
    ],
  })
  expect(answer).toMatchObject({ state: 'completed', lessonsDone: 2 })
})

test('with a quiz, lessons and a passed quiz complete the course, in either order', async () => {
  for (const quizFirst of [true, false]) {
    const { client, enrolmentId, learner } = await enrolledLearner({ hasQuiz: true })
    const finish = () =>
      client.learning.saveProgress({
        enrolmentId,
        saves: lessons.map(({ key }) => made({ lessonKey: key, completed: true })),
      })
    const pass = (scoreShare: number, passed: boolean) =>
      quizResult(learner, enrolmentId, scoreShare, passed)
    if (!quizFirst) expect((await finish()).state).toBe('started')
    await pass(0.5, false)
    await pass(0.9, true)
    await pass(0.4, false)
    if (quizFirst) expect((await finish()).state).toBe('completed')
    const player = await client.learning.player({ enrolmentId, language: 'en' })
    expect(player.state).toBe('completed')
    expect(player.quiz).toMatchObject({ bestShare: 0.9, passMark: 0.7, questionCount: 1 })
    const [published] = await world.sql`select count(*)::int as times from outbox
      where payload->>'enrolmentId' = ${enrolmentId} and payload->>'change' = 'completed'`
    expect(published?.times).toBe(1)
  }
})

test('saves for a lesson the version does not have are acknowledged and forgotten', async () => {
  const { client, enrolmentId } = await enrolledLearner()
  const save = made({ lessonKey: 'not-there', completed: true })
  const answer = await client.learning.saveProgress({ enrolmentId, saves: [save] })
  expect(answer).toMatchObject({ acknowledged: [save.id], state: 'enrolled', lessonsDone: 0 })
})

test('late saves after a withdrawal are kept for the next time, and change no state', async () => {
  const { client, enrolmentId, courseId } = await enrolledLearner()
  await client.learning.withdraw({ enrolmentId })
  const answer = await client.learning.saveProgress({
    enrolmentId,
    saves: [made({ lessonKey: 'opening', completed: true })],
  })
  expect(answer.state).toBe('withdrawn')
  const again = await client.learning.enrol({ courseId })
  expect(again.enrolmentId).not.toBe(enrolmentId)
  const player = await client.learning.player({ enrolmentId: again.enrolmentId, language: 'en' })
  expect(player).toMatchObject({
    state: 'started',
    lessons: [{ completedAt: expect.any(String) }, {}],
  })
})

test('receipts are forgotten after half a year, not before', async () => {
  const { client, enrolmentId } = await enrolledLearner()
  const save = made({ lessonKey: 'opening', presentSeconds: 10 })
  await client.learning.saveProgress({ enrolmentId, saves: [save] })
  const deps = { db: world.db, log: quiet, timeZone: 'Europe/Warsaw', publicUrl: '', smtpUrl: null }
  const receiptsAfter = async (now: string) => {
    for (const job of learningJobs) await job.run({ ...deps, clock: () => new Date(now) })
    return (await world.sql`select id from progress_receipt where id = ${save.id}`).length
  }
  expect(await receiptsAfter('2027-05-10T00:00:00Z')).toBe(1)
  expect(await receiptsAfter('2027-05-20T00:00:00Z')).toBe(0)
})

test('nobody saves into somebody else’s enrolment', async () => {
  const { enrolmentId } = await enrolledLearner()
  const stranger = world.clientAs(await world.addPerson({ unit: world.units.officeA1 }))
  await expect(
    stranger.learning.saveProgress({ enrolmentId, saves: [made({ lessonKey: 'opening' })] }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

async function enrolledLearner({ hasQuiz = false } = {}) {
  const { courseId } = await insertTestCourse(world.sql, { lessons, hasQuiz })
  const learner = await world.addPerson({ unit: world.units.officeA1 })
  const client = world.clientAs(learner)
  const { enrolmentId } = await client.learning.enrol({ courseId })
  return { client, enrolmentId, courseId, learner }
}

function made(
  parts: Partial<
    Parameters<ReturnType<World['clientAs']>['learning']['saveProgress']>[0]['saves'][number]
  > & { lessonKey: string },
) {
  return { id: newId(), at: '2026-11-18T09:00:00Z', ...parts }
}

/** As assessment tells it, in its own transaction. */
async function quizResult(
  learner: TestPerson,
  enrolmentId: EnrolmentId,
  scoreShare: number,
  passed: boolean,
) {
  const { db } = world
  const config = {
    timeZone: 'Europe/Warsaw',
    publicUrl: '',
    demo: false,
    oidc: null,
    hasMailServer: false,
  }
  const context = createContext(
    { db, readDb: db, config, log: quiet, clock: world.clock },
    null,
    { headers: new Headers() },
    learner.id,
  )
  const [row] = await world.sql`select course_version_id from enrolment where id = ${enrolmentId}`
  return context.write((tx) =>
    recordQuizResult(tx, context, {
      enrolmentId,
      courseVersionId: row?.course_version_id,
      attemptId: newId(),
      scoreShare,
      passed,
      at: world.clock(),
    }),
  )
}

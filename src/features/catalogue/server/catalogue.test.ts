import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CourseId, CourseVersionId } from '../../../contract/primitives.ts'
import { createWorld, type TestClient, type World } from '../../../testing/world.ts'
import type { CourseRow } from '../contract.ts'
import { publishCourses } from './publish.ts'

let world: World
let client: TestClient
const courseId = 'client-service' as CourseId // branded

beforeAll(async () => {
  world = await createWorld()
  await publishCourses(world.sql, world.clock())
  await insertOther('deadlines', {
    title: { en: 'Counting deadlines', pl: 'Liczenie terminów', hu: 'Határidők számítása' },
    topics: ['procedure'],
    audience: ['inspector'],
    minutes: 25,
  })
  await insertOther('envelopes', {
    title: { en: 'Electronic delivery', pl: 'Łącza i doręczenia', hu: 'Űrlapok kézbesítése' },
    topics: ['e-government'],
    audience: ['general-clerk', 'inspector'],
    minutes: 45,
    languages: ['en', 'pl'],
  })
  client = world.clientAs(world.as('auditor'))
})
afterAll(() => world.close())

describe('search', () => {
  test.each([
    ['obsługa klienta', ['client-service']],
    ['obsluga klijenta', ['client-service']],
    ['OBSLUGA KLIENTA', ['client-service']],
    ['klienta obsługi', ['client-service']],
    ['ügyfélszolgálati normák', ['client-service']],
    ['ugyfelszolgalati normak', ['client-service']],
    ['client servise', ['client-service']],
    ['ochrona danych', ['data-protection']],
    ['adatvedelem', ['data-protection']],
    ['doreczenia', ['envelopes']],
    ['urlapok', ['envelopes']],
    ['termnów', ['deadlines']],
    ['hataridok szamitasa', ['deadlines']],
    ['xylophone', []],
    ['100%', []],
    ['_', []],
    ['client xylophone', []],
  ])('%s', async (query, expected) => {
    expect(ids(await search({ query }))).toEqual(expected)
  })

  test('the course with the words in its title comes first', async () => {
    expect(ids(await search({ query: 'delivery' }))[0]).toBe('envelopes')
  })

  test('without words all courses come by title, in the order of the language', async () => {
    expect(await titles('en')).toEqual([
      'Client service standard on the phone and at the desk',
      'Counting deadlines',
      'Data protection in an office',
      'Electronic delivery',
    ])
    // Ł stands between L and M in Polish, Ű after U in Hungarian.
    expect(await titles('pl')).toEqual([
      'Liczenie terminów',
      'Łącza i doręczenia',
      'Ochrona danych w urzędzie',
      'Standard obsługi klienta przez telefon i przy stanowisku',
    ])
    expect((await titles('hu'))[1]).toBe('Határidők számítása')
  })

  test.each([
    [{ topic: 'procedure' }, ['deadlines']],
    [{ audience: 'inspector' }, ['deadlines', 'envelopes']],
    [{ readableIn: 'hu' as const }, ['client-service', 'deadlines', 'data-protection']],
    [{ maxMinutes: 30 }, ['deadlines']],
    [{ maxMinutes: 60, audience: 'general-clerk' }, ['envelopes']],
    [{ topic: 'wellbeing' }, []],
  ])('filters by %o', async (filter, expected) => {
    expect(ids(await search(filter))).toEqual(expected)
  })

  test('a withdrawn course is not found', async () => {
    await world.sql`update course set withdrawn_at = ${world.clock()} where id = 'deadlines'`
    expect(ids(await search({ query: 'deadlines' }))).toEqual([])
    await expect(
      client.catalogue.course({ courseId: 'deadlines' as CourseId, language: 'en' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await world.sql`update course set withdrawn_at = null where id = 'deadlines'`
  })
})

describe('what a reader gets', () => {
  test('the course page speaks the language asked for', async () => {
    const course = await client.catalogue.course({ courseId, language: 'pl' })
    expect(course.title).toBe('Standard obsługi klienta przez telefon i przy stanowisku')
    expect(course.lessons).toHaveLength(course.lessonCount)
    expect(course.minutes).toBe(course.lessons.reduce((sum, { minutes }) => sum + minutes, 0))
    expect(course.legalState).toBe('2026-11-22')
    expect(course.quiz).toEqual({ questions: 12, passMark: 0.7, maxAttempts: 3 })
  })

  test('a lesson promises the minutes of the outline, in every language', async () => {
    const { courseVersionId, lessons } = await client.catalogue.course({ courseId, language: 'hu' })
    for (const { key, minutes } of lessons) {
      const { document } = await client.catalogue.lessonDocument({
        courseVersionId,
        lessonKey: key,
        language: 'hu',
      })
      expect({ key, minutes: document.minutes }).toEqual({ key, minutes })
    }
  })

  test('a lesson that is not there is not found', async () => {
    const { courseVersionId } = await client.catalogue.course({ courseId, language: 'en' })
    const lesson = (version: CourseVersionId, lessonKey: string) =>
      client.catalogue.lessonDocument({ courseVersionId: version, lessonKey, language: 'en' })
    await expect(lesson(courseVersionId, 'none')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(
      lesson('01900000-0000-7000-8000-000000000000' as CourseVersionId, 'opening'),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('nothing in it tells how to answer the quiz', async () => {
    const { courseVersionId, lessons } = await client.catalogue.course({ courseId, language: 'en' })
    const answers = [
      await search({}),
      await client.catalogue.course({ courseId, language: 'en' }),
      ...(await Promise.all(
        lessons.map(({ key }) =>
          client.catalogue.lessonDocument({ courseVersionId, lessonKey: key, language: 'en' }),
        ),
      )),
    ]
    const json = JSON.stringify(answers)
    const kept = await reasons()
    expect(kept.length).toBeGreaterThan(60)
    expect(kept.filter((reason) => json.includes(JSON.stringify(reason)))).toEqual([])
  })

  test('what shows a question holds neither mark nor reason', async () => {
    const rows = await world.sql<{ shown: unknown }[]>`select shown from question`
    expect(rows.length).toBeGreaterThan(10)
    const allowed = ['choices', 'en', 'hu', 'id', 'pl', 'prompt', 'text']
    expect(keysIn(rows.map(({ shown }) => shown))).toEqual(allowed)
    const json = JSON.stringify(rows)
    const kept = await reasons()
    expect(kept.filter((reason) => json.includes(JSON.stringify(reason)))).toEqual([])
  })
})

const search = (input: Partial<Parameters<TestClient['catalogue']['search']>[0]>) =>
  client.catalogue.search({ language: 'en', ...input })

const ids = ({ courses }: { courses: CourseRow[] }) => courses.map((each) => each.courseId)

const titles = async (language: 'en' | 'pl' | 'hu') =>
  (await search({ language })).courses.map(({ title }) => title)

/** All reasons of the keys, in every language. */
async function reasons(): Promise<string[]> {
  const rows = await world.sql<{ key: { why?: object; whyByOption?: object } }[]>`
    select key from question_key`
  return rows
    .flatMap(({ key }) => [
      ...Object.values(key.why ?? {}),
      ...Object.values(key.whyByOption ?? {}).flatMap((byOption: object) =>
        Object.values(byOption),
      ),
    ])
    .map(String)
}

function keysIn(value: unknown): string[] {
  const keys = new Set<string>()
  JSON.stringify(value, (key, each: unknown) => {
    if (key !== '' && !/^\d+$/.test(key)) keys.add(key)
    return each
  })
  return [...keys].sort()
}

/** A course as rows alone: enough to be searched. */
async function insertOther(
  id: string,
  course: {
    title: Record<'en' | 'pl' | 'hu', string>
    topics: string[]
    audience: string[]
    minutes: number
    languages?: string[]
  },
) {
  const { sql } = world
  const { title, topics, audience, minutes, languages = ['en', 'pl', 'hu'] } = course
  const words = Object.values(title).join(' ')
  await sql.begin(async (tx) => {
    await tx`set constraints all deferred`
    const [version] = await tx<{ id: string }[]>`
      insert into course_version (id, course_id, number, revision, content_hash, published_at, facts)
      values (gen_random_uuid(), ${id}, 1, 1, 'x', now(), '{}') returning id`
    await tx`
      insert into course (id, title, subtitle, summary, topics, audience, languages, minutes, lesson_count, legal_state, search_text, current_version_id)
      values (${id}, ${tx.json(title)}, ${tx.json(title)}, ${tx.json(title)}, ${topics}, ${audience}, ${languages},
        ${minutes}, 3, '2026-01-01', search_form(${words}), ${version?.id ?? null})`
  })
}

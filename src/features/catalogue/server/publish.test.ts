import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../testing/database.ts'
import { publishCourses } from './publish.ts'
import { filesOfContent, publishOwnCourses } from './publish-own.ts'

const now = new Date('2026-11-22T08:00:00Z')
let database: TestDatabase
let root: string

beforeEach(async () => {
  database = await createTestDatabase()
  root = mkdtempSync(join(tmpdir(), 'officina-content-'))
})
afterEach(async () => {
  rmSync(root, { recursive: true, force: true })
  await database.close()
})

test('publishes the courses that come with the system, and leaves them alone the second time', async () => {
  expect(await publishCourses(database.sql, now)).toContain('client-service')
  expect(await publishCourses(database.sql, now)).toEqual([])
})

test('a server that starts again compiles nothing, unless courses changed', async () => {
  const first = await publishOwnCourses(database.sql, now)
  expect(first).toContain('client-service')
  await database.sql`delete from course_revision`
  await database.sql`update course_version set content_hash = 'of an older release'`
  expect(await publishOwnCourses(database.sql, now)).toEqual([])
  await database.sql`update published_content set fingerprint = 'of an older release'`
  expect(await publishOwnCourses(database.sql, now)).toEqual(first)
})

test('what compiling courses depends on is part of what tells them from other ones', () => {
  const known = new Set(filesOfContent())
  expect(known).toContain('package-lock.json')
  const missing = [...known]
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .flatMap((path) =>
      [
        ...readFileSync(path, 'utf8').matchAll(
          /^(?:import|export) (?!type).*from '(\..+)'|^} from '(\..+)'/gm,
        ),
      ].map(([, whole, last]) => join(dirname(path), whole ?? last ?? '')),
    )
    // Types do nothing, and that one only gives ids.
    .filter((path) => !known.has(path) && path !== 'src/server/ids.ts')
  expect(missing).toEqual([])
})

test('two servers that start together with the same courses both start', async () => {
  const changed = await Promise.all([1, 2].map(() => publishOwnCourses(database.sql, now)))
  expect(new Set(changed.flat()).size).toBe(changed.flat().length)
  expect(await database.sql`select from published_content`).toHaveLength(1)
  expect(await publishOwnCourses(database.sql, now)).toEqual([])
})

test('two servers that start together publish once', async () => {
  writeCourse({})
  const changed = await Promise.all([publish(), publish()])
  expect(changed.flat()).toEqual(['sample'])
  expect(await versions()).toEqual([{ number: 1, revision: 1, offered: true }])
})

test('a correction under the same version becomes a revision; what it replaced stays readable', async () => {
  writeCourse({ title: 'Opening a call' })
  await publish()
  writeCourse({ title: 'How to open a call' })
  expect(await publish()).toEqual(['sample'])
  expect(await publish()).toEqual([])
  expect(await versions()).toEqual([{ number: 1, revision: 2, offered: true }])
  expect(await titlesOf('first')).toEqual(['How to open a call'])
  const kept = await database.sql`
    select revision, compiled->'lessons'->0->'title'->>'en' as title from course_revision order by revision`
  expect([...kept]).toEqual([
    { revision: 1, title: 'Opening a call' },
    { revision: 2, title: 'How to open a call' },
  ])
})

test('a new version is offered; the old one stays as its learners know it', async () => {
  writeCourse({ title: 'Opening a call' })
  await publish()
  writeCourse({ version: 2, title: 'How to open a call' })
  await publish()
  expect(await versions()).toEqual([
    { number: 1, revision: 1, offered: false },
    { number: 2, revision: 1, offered: true },
  ])
  expect(await titlesOf('first')).toEqual(['Opening a call', 'How to open a call'])
})

test('an older version that comes back with an older release is not offered again', async () => {
  writeCourse({ version: 2 })
  await publish()
  writeCourse({ version: 1 })
  await publish()
  expect(await versions()).toEqual([
    { number: 1, revision: 1, offered: false },
    { number: 2, revision: 1, offered: true },
  ])
})

test.each([
  { what: 'a lesson less', before: ['first', 'second'], after: ['first'], named: 'lesson second' },
  { what: 'a lesson more', before: ['first'], after: ['first', 'second'], named: 'lesson second' },
])('$what needs a new version', async ({ before, after, named }) => {
  writeCourse({ lessons: before })
  await publish()
  writeCourse({ lessons: after })
  await expect(publish()).rejects.toThrow(
    `src/content/sample/course.yaml:1 version 1 was published with other lessons or questions (${named}): raise version`,
  )
  expect(await versions()).toEqual([{ number: 1, revision: 1, offered: true }])
  writeCourse({ lessons: after, version: 2 })
  expect(await publish()).toEqual(['sample'])
})

test('another type of question needs a new version', async () => {
  writeCourse({})
  await publish()
  writeCourse({ question: 'type: short-answer, accept: [yes]' })
  await expect(publish()).rejects.toThrow('(question only)')
})

test('lessons may change their places in a revision', async () => {
  writeCourse({ lessons: ['first', 'second'] })
  await publish()
  writeCourse({ lessons: ['second', 'first'] })
  expect(await publish()).toEqual(['sample'])
  const rows = await database.sql`select lesson_key as key from lesson order by position`
  expect(rows.map(({ key }) => key)).toEqual(['second', 'first'])
})

test('a course with a problem is not published, and the problem is named', async () => {
  writeCourse({ title: '""' })
  await expect(publish()).rejects.toThrow('src/content/sample/en/first.md:2 title:')
  expect(await versions()).toEqual([])
})

const publish = () => publishCourses(database.sql, now, root)

/** A course of the content folder; `title` is its first lesson's. */
function writeCourse({
  version = 1,
  lessons = ['first'],
  title = 'Opening a call',
  question = 'type: true-false, answer: true',
}: {
  version?: number
  lessons?: string[]
  title?: string
  question?: string
}) {
  const folder = join(root, 'sample')
  rmSync(folder, { recursive: true, force: true })
  for (const language of ['en', 'pl', 'hu']) mkdirSync(join(folder, language), { recursive: true })
  const write = (name: string, lines: string[]) =>
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
  write('course.yaml', [
    'id: sample',
    `version: ${version}`,
    'topics: [client-service]',
    'audience: [general-clerk]',
    'legalState: 2026-11-22',
    `lessons: [${lessons.join(', ')}]`,
    'completion: { lessons: all, quizPassMark: 0.7 }',
    'quiz: { questionsDrawn: 1, maxAttempts: 3, retakeWaitHours: 0, shuffle: true }',
    'sources: []',
  ])
  for (const language of ['en', 'pl', 'hu']) {
    const about = ['title: Sample', 'subtitle: Line', 'summary: Sentence', 'audienceNote: For all']
    write(`${language}/course.md`, ['---', ...about, 'outcomes: [One, Two, Three]', '---', 'Text.'])
    for (const lesson of lessons)
      write(`${language}/${lesson}.md`, [
        '---',
        `title: ${lesson === 'first' ? title : lesson}`,
        'minutes: 5',
        'summary: Sentence',
        '---',
        'Text.',
      ])
    write(`${language}/quiz.yaml`, [
      'questions:',
      `  - { id: only, lesson: first, prompt: Is it so?, why: Because, ${question} }`,
    ])
  }
}

const versions = async () => [
  ...(await database.sql<{ number: number; revision: number; offered: boolean }[]>`
    select number, revision, course.current_version_id = course_version.id as offered
    from course_version join course on course.id = course_id order by number`),
]

async function titlesOf(lessonKey: string): Promise<string[]> {
  const rows = await database.sql<{ title: string }[]>`
    select document->>'title' as title from lesson_text join course_version v on v.id = course_version_id
    where lesson_key = ${lessonKey} and language = 'en' order by number`
  return rows.map(({ title }) => title)
}

import { join } from 'node:path'
import type postgres from 'postgres'
import { type Language, languages } from '../../../contract/primitives.ts'
import { newId } from '../../../server/ids.ts'
import { compileAll } from './compile/compile-all.ts'
import { type CompiledCourse, hashOf } from './compile/compile-course.ts'
import { formatProblem } from './compile/problem.ts'

const contentFolder = join(import.meta.dirname, '../../../content')

/**
 * Puts the courses of the content folder into the database: new ones, new versions, and editorial
 * revisions of versions that are there. What is there unchanged is left alone. Throws when a course has problems.
 * @returns ids of the courses that changed
 */
export async function publishCourses(
  sql: postgres.Sql,
  now: Date,
  root = contentFolder,
): Promise<string[]> {
  const changed: string[] = []
  for (const course of compileContent(root))
    if (await publishCompiled(sql, course, now)) changed.push(course.id)
  return changed
}

/** The courses of the content folder; throws when one has problems. */
export function compileContent(root = contentFolder): CompiledCourse[] {
  const { courses, problems } = compileAll(root)
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'))
  return courses
}

/** All of the course or nothing; returns whether anything changed. */
export const publishCompiled = (
  sql: postgres.Sql,
  course: CompiledCourse,
  now: Date,
): Promise<boolean> => sql.begin((tx) => publishCourse(tx, course, now))

/** Returns whether anything changed. */
async function publishCourse(
  tx: postgres.TransactionSql,
  compiled: CompiledCourse,
  now: Date,
): Promise<boolean> {
  // Two servers starting together publish once.
  await tx`select pg_advisory_xact_lock(hashtext(${`publish:${compiled.id}`}))`
  const [existing] = await tx<{ id: string; revision: number; content_hash: string }[]>`
    select id, revision, content_hash from course_version
    where course_id = ${compiled.id} and number = ${compiled.version}`
  if (existing?.content_hash === compiled.contentHash) return false
  if (existing) await refuseOtherParts(tx, compiled, existing.id)
  const versionId = existing?.id ?? newId()
  const revision = (existing?.revision ?? 0) + 1
  await writeVersion(tx, compiled, versionId, revision, now)
  await tx`
    insert into course_revision (course_version_id, revision, content_hash, published_at, compiled)
    values (${versionId}, ${revision}, ${compiled.contentHash}, ${now}, ${tx.json(json(compiled))})`
  return true
}

/** Learners have marks and answers under a version's lessons and questions: those that come or go need a new version. */
async function refuseOtherParts(
  tx: postgres.TransactionSql,
  compiled: CompiledCourse,
  versionId: string,
) {
  const rows = await tx<{ kind: string; key: string; type: string }[]>`
    select 'lesson' as kind, lesson_key as key, '' as type from lesson where course_version_id = ${versionId}
    union all select 'question', question_key, type from question where course_version_id = ${versionId}`
  const published = new Map(rows.map(({ kind, key, type }) => [`${kind} ${key}`, type]))
  const written = new Map<string, string>([
    ...compiled.lessons.map(({ key }) => [`lesson ${key}`, ''] as const),
    ...compiled.questions.map(({ key, type }) => [`question ${key}`, type] as const),
  ])
  const names = new Set([...published.keys(), ...written.keys()])
  const other = [...names].filter((name) => published.get(name) !== written.get(name))
  if (other.length === 0) return
  const message = `version ${compiled.version} was published with other lessons or questions (${other.join(', ')}): raise version`
  throw new Error(formatProblem({ file: `${compiled.id}/course.yaml`, line: 1, message }))
}

async function writeVersion(
  tx: postgres.TransactionSql,
  compiled: CompiledCourse,
  versionId: string,
  revision: number,
  now: Date,
) {
  const searchText = [
    compiled.title,
    compiled.subtitle,
    compiled.summary,
    ...compiled.lessons.map(({ title }) => title),
  ]
    .flatMap((texts) => languages.map((language) => texts[language]))
    .concat(languages.flatMap((language) => compiled.facts.outcomes[language]))
    .join(' ')
  await tx`set constraints all deferred`
  await tx`
    insert into course (id, title, subtitle, summary, topics, audience, languages, minutes, lesson_count, legal_state, figure, search_text, current_version_id)
    values (${compiled.id}, ${tx.json(compiled.title)}, ${tx.json(compiled.subtitle)}, ${tx.json(compiled.summary)},
      ${compiled.topics}, ${compiled.audience}, ${[...languages]}, ${sum(compiled.lessons.map(({ minutes }) => minutes))},
      ${compiled.lessons.length}, ${compiled.legalState}, ${compiled.figure}, search_form(${searchText}), ${versionId})
    on conflict (id) do update set title = excluded.title, subtitle = excluded.subtitle, summary = excluded.summary,
      topics = excluded.topics, audience = excluded.audience, languages = excluded.languages, minutes = excluded.minutes,
      lesson_count = excluded.lesson_count, legal_state = excluded.legal_state, figure = excluded.figure,
      search_text = excluded.search_text, current_version_id = excluded.current_version_id
    where ${compiled.version} >= (select number from course_version where id = course.current_version_id)`
  await tx`
    insert into course_version (id, course_id, number, revision, content_hash, published_at, facts)
    values (${versionId}, ${compiled.id}, ${compiled.version}, ${revision}, ${compiled.contentHash}, ${now}, ${tx.json(json(compiled.facts))})
    on conflict (id) do update set revision = excluded.revision, content_hash = excluded.content_hash,
      published_at = excluded.published_at, facts = excluded.facts`
  for (const [position, lesson] of compiled.lessons.entries()) {
    await tx`
      insert into lesson (course_version_id, lesson_key, position, minutes, title)
      values (${versionId}, ${lesson.key}, ${position}, ${lesson.minutes}, ${tx.json(lesson.title)})
      on conflict (course_version_id, lesson_key) do update set position = excluded.position, minutes = excluded.minutes, title = excluded.title`
    for (const language of languages) await writeLessonText(tx, versionId, lesson, language)
  }
  for (const [position, question] of compiled.questions.entries()) {
    await tx`
      insert into question (course_version_id, question_key, position, type, lesson_key, shown)
      values (${versionId}, ${question.key}, ${position}, ${question.type}, ${question.lessonKey}, ${tx.json(json(question.shown))})
      on conflict (course_version_id, question_key) do update set position = excluded.position, shown = excluded.shown, lesson_key = excluded.lesson_key`
    await tx`
      insert into question_key (course_version_id, question_key, key)
      values (${versionId}, ${question.key}, ${tx.json(json(question.marking))})
      on conflict (course_version_id, question_key) do update set key = excluded.key`
  }
}

async function writeLessonText(
  tx: postgres.TransactionSql,
  versionId: string,
  lesson: CompiledCourse['lessons'][number],
  language: Language,
) {
  const document = lesson.documents[language]
  await tx`
    insert into lesson_text (course_version_id, lesson_key, language, content_hash, document)
    values (${versionId}, ${lesson.key}, ${language}, ${hashOf(document)}, ${tx.json(json(document))})
    on conflict (course_version_id, lesson_key, language) do update
      set content_hash = excluded.content_hash, document = excluded.document`
}

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)

/** Compiled content is plain data; its types only lack the index signature the driver asks for. */
const json = (value: unknown) => value as postgres.JSONValue

import { randomUUID } from 'node:crypto'
import type { CourseId, CourseVersionId } from '../../../contract/primitives.ts'
import type { Connection } from '../../../server/db/connect.ts'
import { newId } from '../../../server/ids.ts'

type Sql = Connection['sql']
type VersionParts = {
  number?: number
  /** In order; a lesson is the same in two versions when its wording is. */
  lessons: { key: string; wording?: string }[]
  hasQuiz?: boolean
}

/** A course of a test's own in English and Polish, lessons of eight minutes, its first version in force. */
export async function insertTestCourse(sql: Sql, version: VersionParts, audience: string[] = []) {
  const courseId = `course-${randomUUID().slice(0, 8)}` as CourseId // of the key's form
  const courseVersionId = newId() as CourseVersionId // made here
  await sql.begin(async (tx) => {
    await tx`insert into course (id, title, subtitle, summary, topics, audience, languages, minutes, lesson_count,
        legal_state, search_text, current_version_id)
      values (${courseId}, '{"en":"Client service","pl":"Obsługa klienta"}', '{}', '{}', '{}', ${audience},
        '{en,pl}', ${version.lessons.length * 8}, ${version.lessons.length}, '2026-11-22', '', ${courseVersionId})`
    await insertVersion(tx, courseId, courseVersionId, version)
  })
  return { courseId, courseVersionId }
}

/** Publishes a further version of the course, which new learners begin with. */
export async function publishTestVersion(sql: Sql, courseId: CourseId, version: VersionParts) {
  const courseVersionId = newId() as CourseVersionId // made here
  await sql.begin(async (tx) => {
    await insertVersion(tx, courseId, courseVersionId, version)
    await tx`update course set current_version_id = ${courseVersionId} where id = ${courseId}`
  })
  return courseVersionId
}

async function insertVersion(
  tx: Parameters<Parameters<Sql['begin']>[1]>[0],
  courseId: CourseId,
  id: CourseVersionId,
  { number = 1, lessons, hasQuiz = false }: VersionParts,
) {
  const facts = {
    completion: { lessons: 'all', quizPassMark: 0.7 },
    quiz: { questionsDrawn: 12 },
  }
  await tx`insert into course_version (id, course_id, number, revision, content_hash, published_at, facts)
    values (${id}, ${courseId}, ${number}, 1, '', now(), ${tx.json(facts)})`
  for (const [position, { key, wording = 'the same' }] of lessons.entries()) {
    const title = { en: `Lesson ${key}`, pl: `Lekcja ${key}` }
    await tx`insert into lesson (course_version_id, lesson_key, position, minutes, title)
      values (${id}, ${key}, ${position}, 8, ${tx.json(title)})`
    await tx`insert into lesson_text (course_version_id, lesson_key, language, content_hash, document)
      values (${id}, ${key}, 'en', ${wording}, '{}')`
  }
  if (hasQuiz)
    await tx`insert into question (course_version_id, question_key, position, type, lesson_key, shown)
      values (${id}, 'opening', 0, 'true-false', ${lessons[0]?.key ?? ''}, '{}')`
}

/** Enrolments that say something else of their lessons than the lessons do: none, after whatever happened. */
export const disagreeingEnrolments = (sql: Sql) => sql`
  select e.id, e.lesson_cells, e.present_seconds from enrolment e
  where rpad(e.lesson_cells, length(lesson_cells(e.id, e.course_version_id)), 'o') <> lesson_cells(e.id, e.course_version_id)
    or e.present_seconds <> (select coalesce(sum(p.present_seconds), 0) from lesson_progress p where p.enrolment_id = e.id)`

import { sql } from 'drizzle-orm'
import {
  type CourseVersionId,
  type Language,
  type LocalisedText,
  languages,
} from '../../../contract/primitives.ts'
import type { Context } from '../../../server/context.ts'
import type { Db } from '../../../server/db/connect.ts'
import { idList } from '../../../server/db/sql.ts'
import type { CompletionRule } from '../model/completion.ts'
import type { NotesCourse } from '../model/notes-file.ts'
import type { CourseToTake } from './enrolment-store.ts'

/** What learning has to know of a course's version. */
export type CourseVersionFacts = {
  courseVersionId: CourseVersionId
  number: number
  title: LocalisedText
  figure: string | null
  legalState: string
  /** In the author's order; the digest changes with the text in any language. */
  lessons: { key: string; title: LocalisedText; minutes: number; digest: string }[]
  completion: CompletionRule
  /** Questions of one attempt; 0 when the course has no quiz. */
  quizQuestions: number
}

/** Of one version, from memory. Throws when there is no such version: an enrolment always has one. */
export async function knownVersion(
  context: Pick<Context, 'db' | 'memory'>,
  id: string,
): Promise<CourseVersionFacts> {
  const facts = (await knownVersions(context, [id])).get(id)
  if (!facts) throw new Error(`no course version ${id}`)
  return facts
}

/** Of many, by id. */
export const knownVersions = (
  { db, memory }: Pick<Context, 'db' | 'memory'>,
  ids: readonly string[],
): Promise<Map<string, CourseVersionFacts>> =>
  memory.recallAll('course', ids, (missing) => readVersions(db, missing))

/** Throws when there is no such version. */
export async function courseVersionFacts(db: Db, id: string): Promise<CourseVersionFacts> {
  const facts = (await readVersions(db, [id])).get(id)
  if (!facts) throw new Error(`no course version ${id}`)
  return facts
}

async function readVersions(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, CourseVersionFacts>> {
  const rows = await db.execute<{
    id: CourseVersionId
    number: number
    title: LocalisedText
    figure: string | null
    legal_state: string
    pass_mark: number
    questions: number
    lessons: CourseVersionFacts['lessons']
  }>(sql`
    select v.id, v.number, c.title, c.figure, c.legal_state::text as legal_state,
      (v.facts->'completion'->>'quizPassMark')::float8 as pass_mark,
      least((v.facts->'quiz'->>'questionsDrawn')::int,
        (select count(*) from question q where q.course_version_id = v.id))::int as questions,
      (select coalesce(json_agg(json_build_object(
          'key', l.lesson_key, 'title', l.title, 'minutes', l.minutes, 'digest', (
            select string_agg(t.language || ' ' || t.content_hash, ' ' order by t.language)
            from lesson_text t
            where t.course_version_id = v.id and t.lesson_key = l.lesson_key)
        ) order by l.position), '[]')
        from lesson l where l.course_version_id = v.id) as lessons
    from course_version v join course c on c.id = v.course_id
    where v.id in ${idList(ids)}`)
  return new Map(
    rows.map((row): [string, CourseVersionFacts] => [
      row.id,
      {
        courseVersionId: row.id,
        number: row.number,
        title: row.title,
        figure: row.figure,
        legalState: row.legal_state,
        lessons: row.lessons,
        completion: { lessons: 'all', quizPassMark: row.questions > 0 ? row.pass_mark : null },
        quizQuestions: row.questions,
      },
    ]),
  )
}

/** The version people enrol on today; undefined when the course is not offered, or there is none. */
export async function currentVersionOf(
  db: Db,
  courseId: string,
): Promise<(CourseToTake & { courseVersionId: CourseVersionId; number: number }) | undefined> {
  const [row] = await db.execute<{ id: CourseVersionId; number: number; lessons: number }>(sql`
    select v.id, v.number,
      (select count(*) from lesson l where l.course_version_id = v.id)::int as lessons
    from course c join course_version v on v.id = c.current_version_id
    where c.id = ${courseId} and c.withdrawn_at is null`)
  return row && { courseId, courseVersionId: row.id, number: row.number, lessonsTotal: row.lessons }
}

/** Titles of a course and of its current version's lessons; undefined when there is no such course. */
export async function courseOutline(
  db: Db,
  courseId: string,
): Promise<{ inLanguage: (language: Language) => NotesCourse } | undefined> {
  const [row] = await db.execute<{
    title: LocalisedText
    lessons: { key: string; title: LocalisedText }[]
  }>(sql`
    select c.title, (
      select coalesce(json_agg(json_build_object('key', l.lesson_key, 'title', l.title)
        order by l.position), '[]')
      from lesson l where l.course_version_id = c.current_version_id) as lessons
    from course c where c.id = ${courseId}`)
  return (
    row && {
      inLanguage: (language) => ({
        title: textIn(row.title, language),
        lessons: row.lessons.map(({ key, title }) => ({ key, title: textIn(title, language) })),
      }),
    }
  )
}

/** The text in the reader's language, else in the first language the author wrote. */
export function textIn(text: LocalisedText, language: Language): string {
  const written = [language, ...languages].find((each) => text[each])
  return (written && text[written]) ?? ''
}

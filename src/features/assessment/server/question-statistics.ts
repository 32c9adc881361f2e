import { sql } from 'drizzle-orm'
import { type Language, courseVersionId as versionIdSchema } from '../../../contract/primitives.ts'
import type { Db } from '../../../server/db/connect.ts'

/** Fewer attempts would tell who answered what. */
const leastAttempts = 5

type Row = { key: string; prompt: string; lessonKey: string; answered: number; meanShare: number }

/** First submitted attempts of a group's members on the version most of them read; hardest question first. */
export async function questionStatistics(db: Db, groupId: string, language: Language) {
  const [version] = await db.execute<{ id: string; attempts: number }>(sql`
    select a.course_version_id as id, count(*)::int as attempts
    from group_member m join quiz_attempt a on a.enrolment_id = m.enrolment_id
    where m.group_id = ${groupId} and m.left_at is null and a.number = 1 and a.submitted_at is not null
    group by 1 order by 2 desc limit 1`)
  const attempts = version?.attempts ?? 0
  if (!version || attempts < leastAttempts)
    return { attempts, courseVersionId: null, questions: [] }
  const questions = await db.execute<Row>(sql`
    select q.question_key as key, coalesce(q.shown->${language}::text->>'prompt', q.shown->'en'->>'prompt') as prompt,
      q.lesson_key as "lessonKey", count(*)::int as answered,
      avg((mark->>'points')::float8 / (mark->>'pointsPossible')::float8) as "meanShare"
    from group_member m
    join quiz_attempt a on a.enrolment_id = m.enrolment_id and a.number = 1 and a.submitted_at is not null
    cross join lateral jsonb_array_elements(a.marks) mark
    join question q on q.course_version_id = a.course_version_id and q.question_key = mark->>'key'
    where m.group_id = ${groupId} and m.left_at is null and a.course_version_id = ${version.id}
    group by q.course_version_id, q.question_key
    having count(*) >= ${leastAttempts}
    order by 5, 1`)
  return { attempts, courseVersionId: versionIdSchema.parse(version.id), questions: [...questions] }
}

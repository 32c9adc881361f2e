import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Language } from '../../../contract/primitives.ts'
import type { Db } from '../../../server/db/connect.ts'
import type { catalogue } from '../contract.ts'
import { courseFacts } from '../model/course-facts.ts'
import { courseColumns } from './search-view.ts'

type CoursePage = z.infer<NonNullable<(typeof catalogue.course)['~orpc']['outputSchema']>>
type Row = Omit<CoursePage, 'introduction' | 'audienceNote' | 'outcomes' | 'quiz' | 'sources'> & {
  facts: unknown
}

/** The course page in one query; null when there is no such course. */
export async function courseView(
  db: Db,
  courseId: string,
  language: Language,
): Promise<CoursePage | null> {
  const [row] = await db.execute<Row>(sql`
    select ${courseColumns(language)}, v.id as "courseVersionId", v.number as "versionNumber", v.facts,
      (select json_agg(json_build_object('key', l.lesson_key, 'minutes', l.minutes,
          'title', coalesce(l.title->>${language}::text, l.title->>'en')) order by l.position)
        from lesson l where l.course_version_id = v.id) as lessons
    from course c join course_version v on v.id = c.current_version_id
    where c.id = ${courseId} and c.withdrawn_at is null`)
  if (!row) return null
  const { facts: stored, ...course } = row
  const facts = courseFacts.parse(stored)
  return {
    ...course,
    introduction: facts.introduction[language],
    audienceNote: facts.audienceNote[language],
    outcomes: facts.outcomes[language],
    quiz: {
      questions: facts.quiz.questionsDrawn,
      passMark: facts.completion.quizPassMark,
      maxAttempts: facts.quiz.maxAttempts,
    },
    sources: facts.sources,
  }
}

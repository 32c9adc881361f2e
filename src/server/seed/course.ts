import type postgres from 'postgres'
import { questionKey } from '../../features/catalogue/server/public.ts'
import type { SeedCourse } from './history.ts'

/** What history needs of a published course; throws when there is none of that id. */
export async function readCourse(sql: postgres.Sql, courseId: string): Promise<SeedCourse> {
  const [version] = await sql<
    {
      id: string
      facts: {
        completion: { quizPassMark: number }
        quiz: { maxAttempts: number; questionsDrawn: number }
      }
    }[]
  >`
    select v.id, v.facts from course c join course_version v on v.id = c.current_version_id where c.id = ${courseId}`
  if (!version) throw new Error(`course ${courseId} is not published`)
  const lessons = await sql<{ key: string; minutes: number }[]>`
    select lesson_key as key, minutes from lesson where course_version_id = ${version.id} order by position`
  const questions = await sql<
    { key: string; type: string; shown: { en: { choices: { id: string }[] } }; marking: unknown }[]
  >`
    select q.question_key as key, q.type, q.shown, k.key as marking from question q
    join question_key k using (course_version_id, question_key) where course_version_id = ${version.id} order by q.position`
  return {
    id: courseId,
    versionId: version.id,
    lessons: [...lessons],
    bank: questions.map(({ key, type, shown }) => ({
      key,
      choiceIds: shown.en.choices.map(({ id }) => id),
      avoidOwnOrder: type === 'order',
    })),
    keys: new Map(questions.map(({ key, marking }) => [key, questionKey.parse(marking)])),
    passMark: version.facts.completion.quizPassMark,
    maxAttempts: version.facts.quiz.maxAttempts,
    questionsDrawn: version.facts.quiz.questionsDrawn,
  }
}

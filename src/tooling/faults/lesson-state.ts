import { asking } from './database.ts'

export type LessonState = {
  /** Of the lesson's checklist: indices of what is ticked. */
  ticked: number[]
  completed: boolean
  seconds: number
  receipts: number
}

/** What the database has of a lesson with one checklist. */
export const lessonState = (url: string, enrolmentId: string, lessonKey: string, blockId: string) =>
  asking(url, async (sql): Promise<LessonState> => {
    const [row] = await sql<{ ticked: number[] | null; completed: boolean; seconds: number }[]>`
      select block_state->${blockId}->'value' as ticked, completed_at is not null as completed,
        present_seconds as seconds
      from lesson_progress where enrolment_id = ${enrolmentId} and lesson_key = ${lessonKey}`
    const [{ receipts = 0 } = {}] = await sql<{ receipts: number }[]>`
      select count(*)::int as receipts from progress_receipt where enrolment_id = ${enrolmentId}`
    return {
      ticked: row?.ticked ?? [],
      completed: row?.completed ?? false,
      seconds: row?.seconds ?? 0,
      receipts,
    }
  })

/** The answers of an attempt, question by question, each answer once. */
export const answersOf = (url: string, attemptId: string) =>
  asking(
    url,
    (sql) => sql<{ questionKey: string; response: { text?: string } }[]>`
      select question_key as "questionKey", response from quiz_answer where attempt_id = ${attemptId}
      order by answered_at`,
  )

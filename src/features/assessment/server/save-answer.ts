import { sql } from 'drizzle-orm'
import type { Context } from '../../../server/context.ts'
import { retryConflict } from '../../../server/db/retry-conflict.ts'
import type { Response } from '../model/response.ts'

type Answer = {
  enrolmentId: string
  attemptId: string
  /** Given by the browser: the same answer sent again is saved once. */
  answerId: string
  questionKey: string
  response: Response
  sequence: number
}

export type AnswerOutcome =
  /** Now, or when it came first. */
  | { type: 'saved'; at: Date }
  /** The attempt was submitted then. */
  | { type: 'closed'; at: Date }
  | { type: 'no-attempt' }
  /** No such question, or the answer's id belongs to another attempt. */
  | { type: 'not-on-paper' }

type Row = {
  submitted_at: string | null
  is_on_paper: boolean
  is_saved: boolean
  known_attempt_id: string | null
  known_at: string | null
}

/** Saves an answer in one statement, which is a transaction: the attempt is locked, so that a submission never crosses it. */
export async function saveAnswer(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  answer: Answer,
): Promise<AnswerOutcome> {
  const at = clock()
  const { enrolmentId, attemptId, answerId, questionKey, response, sequence } = answer
  const [row] = await retryConflict(() =>
    db.execute<Row>(sql`
      with attempt as materialized (
        select id, submitted_at, exists (
            select from jsonb_array_elements(paper->'questions') q where q->>'key' = ${questionKey}
          ) as is_on_paper
        from quiz_attempt where id = ${attemptId} and enrolment_id = ${enrolmentId} for update
      ), saved as (
        insert into quiz_answer (id, attempt_id, question_key, response, sequence, answered_at)
        select ${answerId}, id, ${questionKey}, ${JSON.stringify(response)}::text::jsonb, ${sequence}, ${at.toISOString()}::timestamptz
        from attempt where submitted_at is null and is_on_paper
        on conflict (id) do nothing returning id
      )
      select submitted_at, is_on_paper, exists (select from saved) as is_saved,
        known.attempt_id as known_attempt_id, known.answered_at as known_at
      from attempt left join quiz_answer known on known.id = ${answerId}`),
  )
  if (!row) return { type: 'no-attempt' }
  if (row.is_saved) return { type: 'saved', at }
  if (row.known_attempt_id !== null && row.known_at !== null)
    return row.known_attempt_id === attemptId.toLowerCase()
      ? { type: 'saved', at: new Date(row.known_at) }
      : { type: 'not-on-paper' }
  if (row.submitted_at !== null) return { type: 'closed', at: new Date(row.submitted_at) }
  if (!row.is_on_paper) return { type: 'not-on-paper' }
  // Saved by the same request sent twice at once, after this statement had looked: now it is seen.
  return saveAnswer({ db, clock }, answer)
}

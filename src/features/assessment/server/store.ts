import { and, asc, eq, isNotNull, or, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../../server/db/connect.ts'
import { enrolment } from '../../learning/server/public.ts'
import type { Mark } from '../model/mark.ts'
import type { Response } from '../model/response.ts'
import { quizAnswer, quizAttempt } from './schema.ts'

export type Attempt = typeof quizAttempt.$inferSelect

export const attemptsOf = (db: Db, enrolmentId: string): Promise<Attempt[]> =>
  db
    .select()
    .from(quizAttempt)
    .where(eq(quizAttempt.enrolmentId, enrolmentId))
    .orderBy(asc(quizAttempt.number))

/**
 * The attempts that use up those a version allows: all of the enrolment on that version, and what the same
 * person handed in by enrolments she left. In the order they began.
 */
export async function attemptsThatCount(
  db: Db,
  enrolmentId: string,
  courseVersionId: string,
): Promise<Attempt[]> {
  const rows = await db
    .select({ attempt: quizAttempt })
    .from(quizAttempt)
    .innerJoin(enrolment, eq(enrolment.id, quizAttempt.enrolmentId))
    .where(
      and(
        eq(quizAttempt.courseVersionId, courseVersionId),
        or(eq(quizAttempt.enrolmentId, enrolmentId), isNotNull(quizAttempt.submittedAt)),
        sql`${enrolment.personId} = (select mine.person_id from ${enrolment} mine where mine.id = ${enrolmentId})`,
      ),
    )
    .orderBy(asc(quizAttempt.startedAt), asc(quizAttempt.id))
  return rows.map(({ attempt }) => attempt)
}

/** The attempt of that enrolment; null when it is another's or there is none. */
export async function findAttempt(
  db: Db,
  enrolmentId: string,
  attemptId: string,
): Promise<Attempt | null> {
  const [attempt] = await db.select().from(quizAttempt).where(ofEnrolment(enrolmentId, attemptId))
  return attempt ?? null
}

/** As `findAttempt`, locked: an answer and a submission never cross. */
export async function lockAttempt(
  tx: Tx,
  enrolmentId: string,
  attemptId: string,
): Promise<Attempt | null> {
  const [attempt] = await tx
    .select()
    .from(quizAttempt)
    .where(ofEnrolment(enrolmentId, attemptId))
    .for('update')
  return attempt ?? null
}

const ofEnrolment = (enrolmentId: string, attemptId: string) =>
  and(eq(quizAttempt.id, attemptId), eq(quizAttempt.enrolmentId, enrolmentId))

/** The answer that counts for each question: the highest sequence, then the latest saved. */
export async function currentAnswers(
  db: Db,
  attemptId: string,
): Promise<Map<string, { response: Response; sequence: number }>> {
  const rows = await db
    .selectDistinctOn([quizAnswer.questionKey])
    .from(quizAnswer)
    .where(eq(quizAnswer.attemptId, attemptId))
    .orderBy(
      quizAnswer.questionKey,
      sql`${quizAnswer.sequence} desc, ${quizAnswer.answeredAt} desc, ${quizAnswer.id} desc`,
    )
  return new Map(
    rows.map(({ questionKey, response, sequence }) => [questionKey, { response, sequence }]),
  )
}

export async function closeAttempt(
  tx: Tx,
  attemptId: string,
  outcome: { submittedAt: Date; scoreShare: number; passed: boolean; marks: Mark[] },
): Promise<void> {
  await tx.update(quizAttempt).set(outcome).where(eq(quizAttempt.id, attemptId))
}

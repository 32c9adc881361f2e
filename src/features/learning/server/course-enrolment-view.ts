import { sql } from 'drizzle-orm'
import type { EnrolmentId } from '../../../contract/primitives.ts'
import type { Context } from '../../../server/context.ts'
import { type EnrolmentChange, enrolmentChange, isOpen } from '../model/enrolment-state.ts'
import { currentVersionOf } from './course-facts.ts'
import { currentEnrolment } from './enrolment-store.ts'

/** The caller's enrolment on a course and what happened to it and to those before. */
export async function courseEnrolmentView(context: Context, courseId: string) {
  const { personId } = context.person()
  const row = await currentEnrolment(context.db, personId, courseId)
  const current =
    row && isOpen(row.state) ? await currentVersionOf(context.db, courseId) : undefined
  return {
    enrolment: row
      ? {
          enrolmentId: row.id as EnrolmentId, // its table's id
          state: row.state,
          required: row.required,
          dueOn: row.dueOn,
          lessonsDone: row.lessonsDone,
          lessonsTotal: row.lessonsTotal,
          completedAt: row.completedAt?.toISOString() ?? null,
          quizBestShare: row.quizBestShare,
          canWithdraw: isOpen(row.state) && !row.required,
          newerVersion:
            current && current.courseVersionId !== row.courseVersionId ? current.number : null,
        }
      : null,
    history: await history(context, personId, courseId),
  }
}

async function history({ db }: Context, personId: string, courseId: string) {
  const rows = await db.execute<{ at: string; type: string; by: string | null }>(sql`
    select ev.at::text as at, ev.type, actor.display_name as by
    from enrolment e join enrolment_event ev on ev.enrolment_id = e.id
    left join person actor on actor.id = ev.actor_id and actor.id <> e.person_id
    where e.person_id = ${personId} and e.course_id = ${courseId}
      and ev.type in ${enrolmentChange.options}
    order by ev.at desc, ev.id desc limit 100`)
  return rows.map(({ at, type, by }) => ({
    at: new Date(at).toISOString(),
    change: type as EnrolmentChange, // the query asked for these only
    by,
  }))
}

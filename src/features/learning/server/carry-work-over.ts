import { inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../../server/db/connect.ts'
import { idList } from '../../../server/db/sql.ts'
import { type Act, logChanges } from './enrolment-log.ts'
import { type EnrolmentRow, enrolment } from './schema.ts'

/**
 * Gives new enrolments what the same people did on the same version in the enrolment they left last.
 * Who finds a lesson done there has started already. Returns the enrolments as they are now.
 */
export async function carryWorkOver(
  tx: Tx,
  act: Act,
  created: readonly EnrolmentRow[],
): Promise<EnrolmentRow[]> {
  if (created.length === 0) return []
  const carried = await tx.execute<{ id: string }>(sql`
    with fresh as (
      select e.* from enrolment e
      where e.id in ${idList(created.map(({ id }) => id))}
    ), earlier as (
      select fresh.id as fresh_id, left_one.*
      from fresh cross join lateral (
        select old.* from enrolment old
        where old.person_id = fresh.person_id and old.course_id = fresh.course_id
          and old.course_version_id = fresh.course_version_id
          and old.state in ('withdrawn', 'released')
        order by old.ended_at desc limit 1
      ) left_one
    ), copied as (
      insert into lesson_progress (enrolment_id, lesson_key, first_opened_at, completed_at, position,
        present_seconds, block_state, updated_at)
      select earlier.fresh_id, lp.lesson_key, lp.first_opened_at, lp.completed_at, lp.position,
        lp.present_seconds, lp.block_state, lp.updated_at
      from earlier join lesson_progress lp on lp.enrolment_id = earlier.id
      returning enrolment_id
    )
    update enrolment e set
      state = 'started', started_at = ${act.at.toISOString()}, lessons_done = earlier.lessons_done,
      lesson_cells = earlier.lesson_cells, present_seconds = earlier.present_seconds,
      last_lesson_key = earlier.last_lesson_key, last_position = earlier.last_position,
      quiz_passed_at = earlier.quiz_passed_at, quiz_best_share = earlier.quiz_best_share
    from earlier
    where e.id = earlier.fresh_id and e.id in (select enrolment_id from copied)
    returning e.id`)
  if (carried.length === 0) return [...created]
  const carriedIds = new Set(carried.map(({ id }) => id))
  const started = created.filter(({ id }) => carriedIds.has(id))
  await logChanges(
    tx,
    act,
    started.map((each) => ({ enrolment: each, change: 'started', detail: { carriedOver: true } })),
  )
  const now = await tx
    .select()
    .from(enrolment)
    .where(inArray(enrolment.id, [...carriedIds]))
  const nowById = new Map(now.map((row) => [row.id, row]))
  return created.map((row) => nowById.get(row.id) ?? row)
}

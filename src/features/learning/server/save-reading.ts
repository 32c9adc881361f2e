import { sql } from 'drizzle-orm'
import type { Context } from '../../../server/context.ts'
import type { Db } from '../../../server/db/connect.ts'
import { rowsOf } from '../../../server/db/sql.ts'
import { sqlStateOf } from '../../../server/db/sql-state.ts'
import { cellsWith } from '../model/lesson-cells.ts'
import type { LessonSave } from '../model/lesson-save.ts'
import {
  type LessonState,
  latestOf,
  mergeSave,
  plausibleTime,
  untouchedLesson,
} from '../model/merge-saves.ts'
import { knownVersion } from './course-facts.ts'
import type { Act } from './enrolment-log.ts'
import {
  mostSeconds,
  mostSecondsInAll,
  readPosition,
  type StoredLesson,
  stateOfStored,
} from './lesson-store.ts'
import { placeAfter } from './save-progress.ts'

export type Saved = { state: 'started'; lessonsDone: number; lessonsTotal: number }

/**
 * Takes saves that only tell how far somebody has read, which most do, in two statements without a lock: the second
 * writes only if the enrolment is still as the first one saw it. Null, with nothing written, when they tell more,
 * when one came before, or when something else was quicker: then `saveProgress` decides.
 */
export async function saveReading(
  context: Pick<Context, 'db' | 'memory'>,
  act: Act,
  enrolmentId: string,
  saves: readonly LessonSave[],
): Promise<Saved | null> {
  const ids = new Set(saves.map(({ id }) => id.toLowerCase()))
  if (ids.size !== saves.length || saves.some(({ completed }) => completed)) return null
  const row = await readEnrolment(context.db, enrolmentId, saves)
  if (row?.state !== 'started' || row.is_received) return null
  const facts = await knownVersion(context, row.course_version_id)
  const known = new Set(facts.lessons.map(({ key }) => key))
  if (saves.some(({ lessonKey }) => !known.has(lessonKey))) return null

  const enrolledAt = new Date(row.enrolled_at)
  const latest = latestOf(act.at, row.last_seen_at === null ? null : new Date(row.last_seen_at))
  const fresh = saves.map((save) => ({ ...save, at: plausibleTime(save.at, enrolledAt, latest) }))
  const lessons = [...Map.groupBy(fresh, ({ lessonKey }) => lessonKey)].map(([key, ofLesson]) => {
    const stored = row.lessons?.[key]
    return {
      key,
      state: ofLesson.reduce(mergeSave, stored ? stateOfStored(stored) : untouchedLesson),
    }
  })
  const before = {
    lastLessonKey: row.last_lesson_key,
    lastPosition: readPosition(row.last_position),
  }
  const place = placeAfter(before, fresh)
  const seconds = lessons.reduce(
    (sum, { key, state }) =>
      sum + kept(state.presentSeconds) - (row.lessons?.[key]?.presentSeconds ?? 0),
    row.present_seconds,
  )
  const write = {
    enrolmentId,
    revision: row.revision,
    place,
    ids: [...ids],
    lessons,
    presentSeconds: Math.min(seconds, mostSecondsInAll),
    cells: cellsWith(
      row.lesson_cells,
      [...known],
      lessons.map(({ key, state }) => ({ key, isDone: state.completedAt !== null })),
    ),
  }
  if (!(await writeAll(context.db, act, write))) return null
  return { state: 'started', lessonsDone: row.lessons_done, lessonsTotal: row.lessons_total }
}

const kept = (seconds: number) => Math.min(seconds, mostSeconds)

type Row = {
  /** Changes whenever the row does. */
  revision: string
  state: string
  course_version_id: string
  enrolled_at: string
  last_seen_at: string | null
  last_lesson_key: string | null
  last_position: unknown
  lessons_done: number
  lessons_total: number
  lesson_cells: string
  present_seconds: number
  is_received: boolean
  lessons: Record<string, StoredLesson> | null
}

async function readEnrolment(
  db: Db,
  enrolmentId: string,
  saves: readonly LessonSave[],
): Promise<Row | undefined> {
  const keys = JSON.stringify([...new Set(saves.map(({ lessonKey }) => lessonKey))])
  const ids = JSON.stringify(saves.map(({ id }) => id))
  const [row] = await db.execute<Row>(sql`
    select e.xmin::text as revision, e.state, e.course_version_id, e.enrolled_at, e.last_seen_at, e.last_lesson_key, e.last_position,
      e.lessons_done, e.lessons_total, e.lesson_cells, e.present_seconds,
      exists (select from progress_receipt r
        where r.id = any (array(select value::uuid from jsonb_array_elements_text(${ids}::text::jsonb)))) as is_received,
      (select json_object_agg(lp.lesson_key, json_build_object(
          'firstOpenedAt', lp.first_opened_at, 'completedAt', lp.completed_at, 'presentSeconds', lp.present_seconds,
          'position', lp.position, 'blockState', lp.block_state))
        from lesson_progress lp where lp.enrolment_id = e.id
          and lp.lesson_key = any (array(select jsonb_array_elements_text(${keys}::text::jsonb)))) as lessons
    from enrolment e where e.id = ${enrolmentId}`)
  return row
}

type Write = {
  enrolmentId: string
  revision: string
  place: ReturnType<typeof placeAfter>
  ids: readonly string[]
  lessons: readonly { key: string; state: LessonState }[]
  cells: string
  presentSeconds: number
}

/** All or nothing; false when the enrolment has changed, or a save with one of these ids came at the same moment. */
async function writeAll(
  db: Db,
  act: Act,
  { enrolmentId, revision, place, ids, lessons, cells, presentSeconds }: Write,
): Promise<boolean> {
  const at = act.at.toISOString()
  const rows = lessons.map(({ key, state }) => ({
    key,
    first_opened_at: state.firstOpenedAt ?? at,
    completed_at: state.completedAt,
    present_seconds: kept(state.presentSeconds),
    position: state.position,
    block_state: state.blocks,
  }))
  try {
    const [written] = await db.execute<{ enrolments: number }>(sql`
      with changed as (
        update enrolment set last_seen_at = greatest(last_seen_at, ${at}::timestamptz), last_lesson_key = ${place.lastLessonKey}::text,
          last_position = ${place.lastPosition === null ? null : JSON.stringify(place.lastPosition)}::text::jsonb,
          lesson_cells = ${cells}, present_seconds = ${presentSeconds}::int
        where id = ${enrolmentId} and xmin = ${revision}::text::xid returning id
      ), received as (
        insert into progress_receipt (id, enrolment_id, received_at)
        select value::uuid, changed.id, ${at}::timestamptz
        from changed, jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)
      ), kept as (
        insert into lesson_progress (enrolment_id, lesson_key, first_opened_at, completed_at, present_seconds,
          position, block_state, updated_at)
        select changed.id, l.key, l.first_opened_at, l.completed_at, l.present_seconds,
          l.position, l.block_state, ${at}::timestamptz
        from changed, jsonb_to_recordset(${rowsOf(rows)}) l (key text, first_opened_at timestamptz,
          completed_at timestamptz, present_seconds integer, position jsonb, block_state jsonb)
        on conflict (enrolment_id, lesson_key) do update set first_opened_at = excluded.first_opened_at,
          completed_at = excluded.completed_at, present_seconds = excluded.present_seconds,
          position = excluded.position, block_state = excluded.block_state, updated_at = excluded.updated_at
      )
      select count(*)::int as enrolments from changed`)
    return written?.enrolments === 1
  } catch (error) {
    if (uniqueOrConflict.includes(sqlStateOf(error) ?? '')) return false
    throw error
  }
}

const uniqueOrConflict = ['23505', '40001', '40P01']

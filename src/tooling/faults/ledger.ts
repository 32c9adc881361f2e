import type postgres from 'postgres'
import type { Response } from '../../features/assessment/model/response.ts'
import type { LessonSave } from '../../features/learning/model/lesson-save.ts'

export type GivenAnswer = {
  answerId: string
  questionKey: string
  sequence: number
  response: Response
}

/** What the server said it has, learner by learner: the writes nobody may lose. */
export type Ledger = {
  enrolmentId: string
  attemptId: string
  saves: Map<string, LessonSave>
  answers: Map<string, GivenAnswer>
  /** Sent at least once: one that a newer answer replaced may be there without anybody having been told. */
  answersSent: Set<string>
}

/** What was there before anybody saved. */
export type Before = {
  seconds: Map<string, number>
  completed: Set<string>
  lessonEvents: Map<string, number>
}

/** Changed by every save of a lesson: the last one counts. */
export const changedBlock = 'changed'

type Progress = {
  enrolmentId: string
  lessonKey: string
  seconds: number
  completed: boolean
  blocks: Record<string, { value: number[] }>
}

const at = (enrolmentId: string, lessonKey: string) => `${enrolmentId} ${lessonKey}`

export async function stateBefore(sql: postgres.Sql, enrolmentIds: string[]): Promise<Before> {
  const rows = await progressOf(sql, enrolmentIds)
  return {
    seconds: new Map(rows.map((row) => [at(row.enrolmentId, row.lessonKey), row.seconds])),
    completed: new Set(
      rows.filter((row) => row.completed).map((row) => at(row.enrolmentId, row.lessonKey)),
    ),
    lessonEvents: await lessonEvents(sql, enrolmentIds),
  }
}

/**
 * Compares the database with the ledgers, once nothing waits any more: every acknowledged write is there, once,
 * and nothing else is. Gives one sentence for each thing that is wrong.
 */
export async function compare(
  sql: postgres.Sql,
  ledgers: readonly Ledger[],
  before: Before,
): Promise<string[]> {
  const ids = ledgers.map(({ enrolmentId }) => enrolmentId)
  const rows = new Map(
    (await progressOf(sql, ids)).map((row) => [at(row.enrolmentId, row.lessonKey), row]),
  )
  const receipts = await sql<{ id: string; enrolmentId: string }[]>`
    select id, enrolment_id as "enrolmentId" from progress_receipt where enrolment_id in ${sql(ids)}`
  const answers = await sql<(GivenAnswer & { attemptId: string })[]>`
    select id as "answerId", attempt_id as "attemptId", question_key as "questionKey", sequence, response
    from quiz_answer where attempt_id in ${sql(ledgers.map(({ attemptId }) => attemptId))}`
  const events = await lessonEvents(sql, ids)
  const counted = await sql<{ id: string; lessonsDone: number; really: number }[]>`
    select e.id, e.lessons_done as "lessonsDone", (select count(*)::int from lesson_progress p
      join lesson l on l.course_version_id = e.course_version_id and l.lesson_key = p.lesson_key
      where p.enrolment_id = e.id and p.completed_at is not null) as really
    from enrolment e where e.id in ${sql(ids)} and e.state in ('enrolled', 'started')`
  const wrong: string[] = []
  for (const ledger of ledgers) {
    const mine = `enrolment ${ledger.enrolmentId}`
    const received = new Set(
      receipts.filter((row) => row.enrolmentId === ledger.enrolmentId).map(({ id }) => id),
    )
    const lost = [...ledger.saves.keys()].filter((id) => !received.has(id))
    if (lost.length > 0) wrong.push(`${mine}: ${lost.length} acknowledged saves have no receipt`)
    const strange = [...received].filter((id) => !ledger.saves.has(id))
    if (strange.length > 0) wrong.push(`${mine}: ${strange.length} saves nobody was told of`)
    wrong.push(...lessonFaults(ledger, rows, before, events).map((each) => `${mine}: ${each}`))
    const stored = answers.filter(({ attemptId }) => attemptId === ledger.attemptId)
    wrong.push(...answerFaults(ledger, stored).map((each) => `${mine}: ${each}`))
  }
  const disagreeing = await sql<{ id: string }[]>`
    select e.id from enrolment e where e.id in ${sql(ids)} and (
      rpad(e.lesson_cells, e.lessons_total, 'o') <> lesson_cells(e.id, e.course_version_id)
      or e.present_seconds <> (select coalesce(sum(p.present_seconds), 0) from lesson_progress p where p.enrolment_id = e.id))`
  for (const { id } of disagreeing)
    wrong.push(`enrolment ${id}: keeps other cells than its lessons`)
  for (const { id, lessonsDone, really } of counted)
    if (lessonsDone !== really)
      wrong.push(`enrolment ${id}: says ${lessonsDone} lessons are done, ${really} are`)
  return wrong
}

function lessonFaults(
  { enrolmentId, saves }: Ledger,
  rows: Map<string, Progress>,
  before: Before,
  events: Map<string, number>,
): string[] {
  const byLesson = Map.groupBy(saves.values(), ({ lessonKey }) => lessonKey)
  return [...byLesson].flatMap(([lessonKey, ofLesson]) => {
    const key = at(enrolmentId, lessonKey)
    const row = rows.get(key)
    if (!row) return [`nothing is known of the lesson ${lessonKey}`]
    const seconds = ofLesson.reduce((sum, { presentSeconds }) => sum + presentSeconds, 0)
    const wanted = (before.seconds.get(key) ?? 0) + seconds
    const faults: string[] = []
    if (row.seconds !== wanted)
      faults.push(`${lessonKey} has ${row.seconds} s, acknowledged were ${wanted} s`)
    // In the order they were made.
    const last = ofLesson.toSorted((one, other) => (one.id < other.id ? -1 : 1)).at(-1)
    for (const { id, blocks } of ofLesson)
      for (const [block, value] of Object.entries(blocks))
        if (
          (block !== changedBlock || id === last?.id) &&
          JSON.stringify(row.blocks[block]?.value) !== JSON.stringify(value)
        )
          faults.push(`${lessonKey} has lost what was done in block ${block}`)
    if (ofLesson.some(({ completed }) => completed)) {
      if (!row.completed) faults.push(`${lessonKey} is not completed any more`)
      const told = (events.get(key) ?? 0) - (before.lessonEvents.get(key) ?? 0)
      const due = before.completed.has(key) ? 0 : 1
      if (told !== due) faults.push(`${lessonKey}: its completion was recorded ${told} times`)
    }
    return faults
  })
}

function answerFaults({ answers, answersSent }: Ledger, stored: readonly GivenAnswer[]): string[] {
  const byId = new Map(stored.map((row) => [row.answerId, row]))
  const lost = [...answers.values()].filter((given) => {
    const row = byId.get(given.answerId)
    return (
      row?.sequence !== given.sequence ||
      JSON.stringify(sorted(row.response)) !== JSON.stringify(sorted(given.response))
    )
  })
  const faults = lost.length > 0 ? [`${lost.length} acknowledged answers are lost or changed`] : []
  const strange = stored.filter(({ answerId }) => !answersSent.has(answerId))
  if (strange.length > 0) faults.push(`${strange.length} answers that nobody gave`)
  return faults
}

/** jsonb keeps no order of keys. */
const sorted = (value: object) =>
  Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))

async function progressOf(sql: postgres.Sql, enrolmentIds: string[]): Promise<Progress[]> {
  return await sql<Progress[]>`
    select enrolment_id as "enrolmentId", lesson_key as "lessonKey", present_seconds as seconds,
      completed_at is not null as completed, block_state as blocks
    from lesson_progress where enrolment_id in ${sql(enrolmentIds)}`
}

async function lessonEvents(sql: postgres.Sql, enrolmentIds: string[]) {
  const rows = await sql<{ enrolmentId: string; lessonKey: string; times: number }[]>`
    select enrolment_id as "enrolmentId", detail->>'lessonKey' as "lessonKey", count(*)::int as times
    from enrolment_event where type = 'lesson-completed' and enrolment_id in ${sql(enrolmentIds)}
    group by 1, 2`
  return new Map(rows.map((row) => [at(row.enrolmentId, row.lessonKey), row.times]))
}

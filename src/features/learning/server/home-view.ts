import { sql } from 'drizzle-orm'
import type {
  CourseId,
  EnrolmentId,
  Language,
  LocalisedText,
} from '../../../contract/primitives.ts'
import type { Context } from '../../../server/context.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { today } from '../../../server/today.ts'
import type { HomeCourse } from '../contract/home.ts'
import { learning } from '../contract.ts'
import { dueStateOf } from '../model/due-state.ts'
import { type EnrolmentState, isOpen } from '../model/enrolment-state.ts'
import { cellReader, lessonStateAt } from '../model/lesson-cells.ts'
import { lessonToOpen, minutesLeftInLesson } from '../model/resume.ts'
import { type CourseVersionFacts, knownVersions, textIn } from './course-facts.ts'

const handle = handlersFor(learning)

export const homeHandlers = {
  home: handle.home.handler(async ({ input: { language }, context }) => {
    const rows = await readEnrolments(context)
    const facts = await knownVersions(
      context,
      rows.map(({ course_version_id }) => course_version_id),
    )
    const on = today(context)
    const all = rows
      .map((row) => placed(row, facts, language, on))
      .toSorted((one, other) => listOrder(one.row, other.row))
    const open = all.filter(({ row }) => isOpen(row.state))
    const latest = open.toSorted((one, other) => goOnOrder(one.row, other.row))[0]
    return {
      today: on,
      next: latest
        ? { course: latest.course, ...whereToGoOn(latest.row, latest.facts, language) }
        : null,
      due: open
        .map(({ course }) => course)
        .filter(({ dueOn }) => dueOn !== null)
        .toSorted((one, other) => ((one.dueOn ?? '') < (other.dueOn ?? '') ? -1 : 1)),
      courses: all.map(({ course }) => course),
      suggested: open.length > 0 ? [] : await readSuggestions(context, language),
    }
  }),
}

type Row = {
  enrolment_id: EnrolmentId
  course_id: CourseId
  course_version_id: string
  state: EnrolmentState
  required: boolean
  due_on: string | null
  touched_at: string
  lessons_done: number
  lessons_total: number
  last_lesson_key: string | null
  completed_at: string | null
  quiz_best_share: number | null
  lesson_cells: string
  /** The share read, by lesson begun. */
  begun: Record<string, number | null> | null
}

function placed(
  row: Row,
  facts: ReadonlyMap<string, CourseVersionFacts>,
  language: Language,
  on: string,
) {
  const version = facts.get(row.course_version_id)
  if (!version) throw new Error(`no course version ${row.course_version_id}`)
  const course: HomeCourse = {
    enrolmentId: row.enrolment_id,
    courseId: row.course_id,
    title: textIn(version.title, language),
    state: row.state,
    required: row.required,
    dueOn: row.due_on,
    due: dueStateOf(row.due_on, on, isOpen(row.state)),
    lessonsDone: row.lessons_done,
    lessonsTotal: row.lessons_total,
    hasQuiz: version.quizQuestions > 0,
    completedAt: row.completed_at && new Date(row.completed_at).toISOString(),
    quizBestShare: row.quiz_best_share,
  }
  return { row, facts: version, course }
}

function whereToGoOn(row: Row, { lessons, figure }: CourseVersionFacts, language: Language) {
  const keys = lessons.map((each) => each.key)
  const cells = cellReader(keys, keys)(row.lesson_cells)
  const outline = lessons.map(({ key, minutes }, index) => ({
    key,
    minutes,
    completed: lessonStateAt(cells, index) === 'done',
  }))
  const key = lessonToOpen(outline, row.last_lesson_key)
  const index = lessons.findIndex((each) => each.key === key)
  const lesson = lessons[index]
  return {
    figure,
    lesson: lesson
      ? {
          key: lesson.key,
          title: textIn(lesson.title, language),
          number: index + 1,
          minutesLeft: minutesLeftInLesson(lesson.minutes, row.begun?.[lesson.key] ?? 0),
        }
      : null,
  }
}

/** What is done comes last; before it by due date, then what was touched last. */
function listOrder(one: Row, other: Row): number {
  const [oneDone, otherDone] = [one.state === 'completed', other.state === 'completed']
  if (oneDone !== otherDone) return oneDone ? 1 : -1
  const [oneDue, otherDue] = [one.due_on ?? never, other.due_on ?? never]
  if (oneDue !== otherDue) return oneDue < otherDue ? -1 : 1
  return one.touched_at < other.touched_at ? 1 : -1
}

/** What was touched last comes first; of what was never touched, what is due first. */
function goOnOrder(one: Row, other: Row): number {
  if (one.state !== other.state) return one.state === 'started' ? -1 : 1
  if (one.state === 'started') return one.touched_at < other.touched_at ? 1 : -1
  return (one.due_on ?? never) < (other.due_on ?? never) ? -1 : 1
}

const never = '9999'

/** My courses, in no order. */
const readEnrolments = ({ db, person }: Context) =>
  db.execute<Row>(sql`
    select e.id as enrolment_id, e.course_id, e.course_version_id, e.state, e.required, e.due_on,
      coalesce(e.last_seen_at, e.enrolled_at) as touched_at, e.lessons_done, e.lessons_total,
      e.last_lesson_key, e.completed_at, e.quiz_best_share, e.lesson_cells,
      case when e.state = 'started' and strpos(e.lesson_cells, 'b') > 0 then (
        select json_object_agg(lp.lesson_key, lp.position->'read')
        from lesson_progress lp where lp.enrolment_id = e.id and lp.completed_at is null) end as begun
    from enrolment e
    where e.person_id = ${person().personId} and e.state in ('enrolled', 'started', 'completed')`)

/** Courses I could begin, those for my job first. */
async function readSuggestions({ db, person }: Context, language: Language) {
  const rows = await db.execute<{ id: CourseId; title: LocalisedText; minutes: number }>(sql`
    select c.id, c.title, c.minutes
    from course c join person p on p.id = ${person().personId}
    where c.withdrawn_at is null and not exists (
      select from enrolment e
      where e.person_id = p.id and e.course_id = c.id and e.state in ('enrolled', 'started', 'completed'))
    order by p.job_role = any(c.audience) desc nulls last, c.id limit 3`)
  return rows.map(({ id, title, minutes }) => ({
    courseId: id,
    title: textIn(title, language),
    minutes,
  }))
}

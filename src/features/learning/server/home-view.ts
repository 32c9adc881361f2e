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
import { lessonToOpen, minutesLeftInLesson } from '../model/resume.ts'
import { textIn } from './course-facts.ts'

const handle = handlersFor(learning)

export const homeHandlers = {
  home: handle.home.handler(async ({ input, context }) => {
    const { courses, suggested } = await readHome(context)
    const on = today(context)
    const rows = courses.map((row) => ({ row, course: homeCourse(row, input.language, on) }))
    const open = rows.filter(({ row }) => isOpen(row.state))
    const latest = open.toSorted((one, other) => later(one.row, other.row))[0]
    return {
      today: on,
      next: latest ? { course: latest.course, ...whereToGoOn(latest.row, input.language) } : null,
      due: open
        .map(({ course }) => course)
        .filter(({ dueOn }) => dueOn !== null)
        .toSorted((one, other) => ((one.dueOn ?? '') < (other.dueOn ?? '') ? -1 : 1)),
      courses: rows.map(({ course }) => course),
      suggested: suggested.map(({ course_id, title, minutes }) => ({
        courseId: course_id,
        title: textIn(title, input.language),
        minutes,
      })),
    }
  }),
}

type Row = {
  enrolment_id: EnrolmentId
  course_id: CourseId
  title: LocalisedText
  figure: string | null
  has_quiz: boolean
  state: EnrolmentState
  required: boolean
  due_on: string | null
  touched_at: string
  lessons_done: number
  lessons_total: number
  last_lesson_key: string | null
  completed_at: string | null
  quiz_best_share: number | null
  lessons: {
    key: string
    title: LocalisedText
    minutes: number
    completed: boolean
    read: number | null
  }[]
}
type Suggestion = { course_id: CourseId; title: LocalisedText; minutes: number }

function homeCourse(row: Row, language: Language, on: string): HomeCourse {
  return {
    enrolmentId: row.enrolment_id,
    courseId: row.course_id,
    title: textIn(row.title, language),
    state: row.state,
    required: row.required,
    dueOn: row.due_on,
    due: dueStateOf(row.due_on, on, isOpen(row.state)),
    lessonsDone: row.lessons_done,
    lessonsTotal: row.lessons_total,
    hasQuiz: row.has_quiz,
    completedAt: row.completed_at && new Date(row.completed_at).toISOString(),
    quizBestShare: row.quiz_best_share,
  }
}

function whereToGoOn({ lessons, last_lesson_key, figure }: Row, language: Language) {
  const key = lessonToOpen(lessons, last_lesson_key)
  const index = lessons.findIndex((each) => each.key === key)
  const lesson = lessons[index]
  return {
    figure,
    lesson: lesson
      ? {
          key: lesson.key,
          title: textIn(lesson.title, language),
          number: index + 1,
          minutesLeft: minutesLeftInLesson(lesson.minutes, lesson.read ?? 0),
        }
      : null,
  }
}

/** What was touched last comes first; of what was never touched, what is due first. */
function later(one: Row, other: Row): number {
  if (one.state !== other.state) return one.state === 'started' ? -1 : 1
  if (one.state === 'started') return one.touched_at < other.touched_at ? 1 : -1
  return (one.due_on ?? '9999') < (other.due_on ?? '9999') ? -1 : 1
}

/** Everything of the page in one statement: my courses with their lessons, and courses I could begin. */
async function readHome({
  db,
  person,
}: Context): Promise<{ courses: Row[]; suggested: Suggestion[] }> {
  const { personId } = person()
  const [found] = await db.execute<{ courses: Row[]; suggested: Suggestion[] }>(sql`
    with mine as (
      select e.id as enrolment_id, e.course_id, c.title, c.figure,
        exists (select from question q where q.course_version_id = e.course_version_id) as has_quiz,
        e.state, e.required, e.due_on, coalesce(e.last_seen_at, e.enrolled_at) as touched_at,
        e.lessons_done, e.lessons_total, e.last_lesson_key, e.completed_at, e.quiz_best_share,
        (select coalesce(json_agg(json_build_object('key', l.lesson_key, 'title', l.title,
            'minutes', l.minutes, 'completed', lp.completed_at is not null,
            'read', lp.position->'read') order by l.position), '[]')
          from lesson l
          left join lesson_progress lp on lp.enrolment_id = e.id and lp.lesson_key = l.lesson_key
          where l.course_version_id = e.course_version_id) as lessons
      from enrolment e join course c on c.id = e.course_id
      where e.person_id = ${personId} and e.state in ('enrolled', 'started', 'completed')
    ), suggestion as (
      select c.id as course_id, c.title, c.minutes
      from course c join person p on p.id = ${personId}
      where c.withdrawn_at is null and not exists (select from mine where state <> 'completed')
        and not exists (select from mine where mine.course_id = c.id)
      order by p.job_role = any(c.audience) desc nulls last, c.id limit 3
    )
    select
      (select coalesce(json_agg(mine order by (state = 'completed'), due_on nulls last, touched_at desc), '[]')
        from mine) as courses,
      (select coalesce(json_agg(suggestion), '[]') from suggestion) as suggested`)
  return found ?? { courses: [], suggested: [] }
}

import { sql } from 'drizzle-orm'
import type {
  AssignmentId,
  CourseId,
  Language,
  LocalisedText,
  UnitId,
} from '../../../contract/primitives.ts'
import type { Context } from '../../../server/context.ts'
import { collation, pathArray } from '../../../server/db/sql.ts'
import type { AssignmentRow } from '../contract/assignments.ts'
import { textIn } from './course-facts.ts'

type Row = {
  id: AssignmentId
  course_id: CourseId
  title: LocalisedText
  unit_name: string
  job_role: string | null
  due_on: string | null
  due_days_after_joining: number | null
  created_at: string
  created_by: string
  ended_at: string | null
  open_people: number
  completed_people: number
}

/** Assignments made for units in `scope`, newest first; ids are UUID v7 and sort by time. */
export async function assignmentsView(
  { db }: Context,
  scope: readonly string[],
  page: { language: Language; ended: boolean; after?: string | undefined; limit: number },
): Promise<{ rows: AssignmentRow[]; next: string | null }> {
  // A cursor that is no id of ours lies after every row.
  const after = page.after ?? 'zzzz'
  const rows = await db.execute<Row>(sql`
    select a.id, a.course_id, c.title, u.name as unit_name, a.job_role, a.due_on::text as due_on,
      a.due_days_after_joining, a.created_at::text as created_at, p.display_name as created_by,
      a.ended_at::text as ended_at, counted.open_people, counted.completed_people
    from assignment a
    join course c on c.id = a.course_id
    join unit u on u.id = a.unit_id
    join person p on p.id = a.created_by
    cross join lateral (
      select count(*) filter (where e.state in ('enrolled', 'started'))::int as open_people,
        count(*) filter (where e.state = 'completed')::int as completed_people
      from enrolment e where e.assignment_id = a.id
    ) counted
    where u.path <@ any(${pathArray(scope)}) and (a.ended_at is not null) = ${page.ended}
      and a.id::text < ${after}
    order by a.id desc limit ${page.limit + 1}`)
  const shown = rows.slice(0, page.limit)
  return {
    rows: shown.map((row) => ({
      assignmentId: row.id,
      courseId: row.course_id,
      courseTitle: textIn(row.title, page.language),
      unitName: row.unit_name,
      jobRole: row.job_role,
      dueOn: row.due_on,
      dueDaysAfterJoining: row.due_days_after_joining,
      createdAt: new Date(row.created_at).toISOString(),
      createdBy: row.created_by,
      endedAt: row.ended_at && new Date(row.ended_at).toISOString(),
      openPeople: row.open_people,
      completedPeople: row.completed_people,
    })),
    next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** What the form offers: courses on offer, open units in `scope` in the order of the tree, the job roles people have. */
export async function assignmentChoicesView(
  { db }: Context,
  scope: readonly string[],
  language: Language,
) {
  const paths = pathArray(scope)
  const courses = await db.execute<{ id: CourseId; title: LocalisedText }>(
    sql`select id, title from course where withdrawn_at is null order by id`,
  )
  const units = await db.execute<{ id: UnitId; name: string; above: string | null }>(sql`
    with recursive tree as (
      select u.id, u.name, parent.name as above, array[u.name] as place
      from unit u left join unit parent on parent.id = u.parent_id
      where u.path <@ any(${paths}) and u.closed_on is null
        and not exists (select from unit above where above.id = u.parent_id and above.path <@ any(${paths}))
      union all
      select u.id, u.name, tree.name, tree.place || u.name
      from unit u join tree on u.parent_id = tree.id where u.closed_on is null
    )
    select id, name, above from tree order by place collate ${collation(language)}, id`)
  const jobRoles = await db.execute<{ job_role: string }>(sql`
    with recursive known as (
      (select job_role from person where active and job_role is not null order by job_role limit 1)
      union all
      select (select p.job_role from person p where p.active and p.job_role > known.job_role order by p.job_role limit 1)
      from known where known.job_role is not null
    )
    select job_role from known where job_role is not null`)
  return {
    courses: courses.map(({ id, title }) => ({ courseId: id, title: textIn(title, language) })),
    units: units.map(({ id, name, above }) => ({ unitId: id, name, above })),
    jobRoles: jobRoles.map(({ job_role }) => job_role),
  }
}

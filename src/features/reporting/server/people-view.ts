import { type SQL, sql } from 'drizzle-orm'
import type { Language } from '../../../contract/primitives.ts'
import type { Db } from '../../../server/db/connect.ts'
import { inLanguage, instantText } from '../../../server/db/sql.ts'
import { fullUnitName } from '../../organisation/server/public.ts'
import type { PersonRow } from '../contract.ts'
import type { SumFilter } from './sums.ts'

export type PeopleInput = SumFilter & {
  unitId: string
  language: Language
  state?: PersonRow['state'] | undefined
}

const stateOf = (asOf: string) => sql`case
  when e.state = 'completed' then 'completed'
  when e.due_on < ${asOf}::date then 'overdue'
  when e.state = 'started' then 'on-the-way' else 'not-begun' end`

/** The same enrolments that the sums count, by name: current ones of active people. */
const counted = (input: PeopleInput, asOf: string) => sql`
  from enrolment e
  join person p on p.id = e.person_id and p.active
  join unit u on u.id = p.unit_id
  join unit here on here.id = ${input.unitId} and u.path <@ here.path
  join course c on c.id = e.course_id
  where e.state in ('enrolled', 'started', 'completed')
    and (${input.courseId ?? null}::text is null or e.course_id = ${input.courseId ?? null})
    and (${input.onlyRequired}::boolean is false or e.required)
    and (${input.state ?? null}::text is null or ${stateOf(asOf)} = ${input.state ?? null})`

/** @param limit rows at most; null for all (exports) */
export async function peopleView(
  db: Db,
  input: PeopleInput,
  asOf: string,
  page: { after?: string | undefined; limit: number | null },
): Promise<{ rows: PersonRow[]; next: string | null; total: number }> {
  const [count] = await db.execute<{ total: number }>(
    sql`select count(*)::int as total ${counted(input, asOf)}`,
  )
  const rows = await db.execute<PersonRow>(sql`
    select e.id as "enrolmentId", p.id as "personId", p.display_name as "displayName", p.sort_name as "sortName",
      ${fullUnitName('u')} as "unitName", e.course_id as "courseId",
      ${inLanguage(sql`c.title`, input.language)} as "courseTitle",
      ${stateOf(asOf)} as state, e.due_on::text as "dueOn", e.lessons_done as "lessonsDone", e.lessons_total as "lessonsTotal",
      ${instantText(sql`e.completed_at`)} as "completedAt", ${instantText(sql`e.last_seen_at`)} as "lastSeenAt",
      e.quiz_best_share as "quizShare",
      (select ${instantText(sql`max(m.created_at)`)} from mail m
        where m.person_id = p.id and m.template = 'reminder' and m.once_key like 'reminder:' || e.id || ':%') as "remindedAt"
    ${counted(input, asOf)} ${page.after ? after(page.after) : sql``}
    order by p.sort_name collate polish, p.id, e.id
    ${page.limit === null ? sql`` : sql`limit ${page.limit + 1}`}`)
  const shown = page.limit === null ? [...rows] : rows.slice(0, page.limit)
  const last = shown.at(-1)
  return {
    rows: shown,
    next: last && shown.length < rows.length ? keyOf(last) : null,
    total: count?.total ?? 0,
  }
}

const keyOf = (row: PersonRow) => JSON.stringify([row.sortName, row.personId, row.enrolmentId])

/** A key this list did not give selects nothing. */
function after(key: string): SQL {
  const parts: unknown = parse(key)
  const [name, personId, enrolmentId] = Array.isArray(parts) ? parts.map(String) : []
  if (name === undefined || !isId(personId) || !isId(enrolmentId)) return sql`and false`
  return sql`and (p.sort_name collate polish, p.id, e.id) > (${name.replaceAll('\u0000', '')} collate polish, ${personId}::uuid, ${enrolmentId}::uuid)`
}

const isId = (value: string | undefined): value is string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value ?? '')

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

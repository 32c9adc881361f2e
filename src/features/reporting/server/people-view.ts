import { type SQL, sql } from 'drizzle-orm'
import type { Language } from '../../../contract/primitives.ts'
import type { Db, Tx } from '../../../server/db/connect.ts'
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

/** What the list shows of each enrolment. Units and reminders are looked up for the rows shown only. */
const listed = (
  input: PeopleInput,
  asOf: string,
  { after: key, limit }: { after?: string | undefined; limit: number | null },
) => sql`
  select e.id as "enrolmentId", p.id as "personId", p.display_name as "displayName", p.sort_name as "sortName",
    u.id as unit_id, e.course_id as "courseId", ${inLanguage(sql`c.title`, input.language)} as "courseTitle",
    ${stateOf(asOf)} as state, e.due_on::text as "dueOn", e.lessons_done as "lessonsDone", e.lessons_total as "lessonsTotal",
    e.completed_at, e.last_seen_at, e.quiz_best_share as "quizShare"
  ${counted(input, asOf)} ${key ? after(key) : sql``}
  order by p.sort_name collate polish, p.id, e.id ${limit === null ? sql`` : sql`limit ${limit}`}`

/** Of the rows of `listed` as `l`, with their unit as `u`. */
const columns = sql`l."enrolmentId", l."personId", l."displayName", l."sortName", l."courseId", l."courseTitle",
  l.state, l."dueOn", l."lessonsDone", l."lessonsTotal", l."quizShare", ${fullUnitName('u')} as "unitName",
  ${instantText(sql`l.completed_at`)} as "completedAt", ${instantText(sql`l.last_seen_at`)} as "lastSeenAt"`

export async function peopleView(
  db: Db,
  input: PeopleInput,
  asOf: string,
  page: { after?: string | undefined; limit: number },
): Promise<{ rows: PersonRow[]; next: string | null; total: number }> {
  const [count] = await db.execute<{ total: number }>(
    sql`select count(*)::int as total ${counted(input, asOf)}`,
  )
  const rows = await db.execute<PersonRow>(sql`
    select ${columns},
      (select ${instantText(sql`max(m.created_at)`)} from mail m
        where m.person_id = l."personId" and m.template = 'reminder' and m.once_key like 'reminder:' || l."enrolmentId" || ':%') as "remindedAt"
    from (${listed(input, asOf, { ...page, limit: page.limit + 1 })}) l join unit u on u.id = l.unit_id
    order by l."sortName" collate polish, l."personId", l."enrolmentId"`)
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return {
    rows: shown,
    next: last && shown.length < rows.length ? keyOf(last) : null,
    total: count?.total ?? 0,
  }
}

/** All of the list, so many rows at a time, without what nobody takes out: when somebody was reminded. */
export async function* peopleInParts(
  tx: Tx,
  input: PeopleInput,
  asOf: string,
  rowsAtOnce: number,
): AsyncGenerator<Omit<PersonRow, 'remindedAt'>[]> {
  await tx.execute(sql`
    declare people_list no scroll cursor for
    select ${columns}
    from (${listed(input, asOf, { limit: null })}) l join unit u on u.id = l.unit_id
    order by l."sortName" collate polish, l."personId", l."enrolmentId"`)
  for (;;) {
    const rows = await tx.execute<Omit<PersonRow, 'remindedAt'>>(
      sql.raw(`fetch forward ${rowsAtOnce} from people_list`),
    )
    if (rows.length === 0) return
    yield rows
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

import { type SQL, sql } from 'drizzle-orm'
import type { Columns } from '../../../contract/columns.ts'
import type { Language } from '../../../contract/primitives.ts'
import type { Db } from '../../../server/db/connect.ts'
import { containing, inLanguage, instantText, pathArray } from '../../../server/db/sql.ts'
import { fullUnitName } from '../../organisation/server/public.ts'
import type { GroupRow, MemberRow } from '../contract/groups.ts'
import { cellReader } from '../model/lesson-cells.ts'

/** Days without a sign of life after which somebody counts as stuck. */
const stuckDays = 14

const isStuck = (now: Date) =>
  sql`(e.state = 'started' and coalesce(e.last_seen_at, e.started_at) < ${now.toISOString()}::timestamptz - make_interval(days => ${stuckDays}))`

export type GroupsInput = { language: Language; query: string; closed: boolean; onlyMine: boolean }

/** Groups of units at or below `scope`, mine first, newest first. */
export async function groupsView(
  db: Db,
  input: GroupsInput,
  at: { scope: readonly string[]; personId: string; today: string; now: Date },
): Promise<GroupRow[]> {
  const rows = await db.execute<GroupRow>(sql`
    select g.id as "groupId", g.name, g.course_id as "courseId", ${inLanguage(sql`c.title`, input.language)} as "courseTitle",
      u.name as "unitName", t.display_name as "trainerName", g.starts_on::text as "startsOn", g.due_on::text as "dueOn",
      ${instantText(sql`g.closed_at`)} as "closedAt", g.trainer_id = ${at.personId} as "isMine",
      m.members, m.completed, m.overdue, m.stuck
    from learning_group g
    join unit u on u.id = g.unit_id
    join course c on c.id = g.course_id
    join person t on t.id = g.trainer_id
    cross join lateral (
      select count(*)::int as members,
        count(*) filter (where e.state = 'completed')::int as completed,
        count(*) filter (where e.state in ('enrolled', 'started') and e.due_on < ${at.today}::date)::int as overdue,
        count(*) filter (where ${isStuck(at.now)})::int as stuck
      from group_member gm join enrolment e on e.id = gm.enrolment_id
      where gm.group_id = g.id and gm.left_at is null
    ) m
    where (g.closed_at is not null) = ${input.closed}
      and (${input.onlyMine}::boolean is false or g.trainer_id = ${at.personId})
      and u.path <@ any(${pathArray(at.scope)})
      and search_form(g.name || ' ' || u.name || ' ' || t.display_name) like search_form(${containing(input.query)})
    order by "isMine" desc, g.starts_on desc, g.id
    limit 300`)
  return [...rows]
}

export type GroupPage = {
  groupId: string
  name: string
  courseId: string
  courseTitle: string
  unitId: string
  unitPath: string
  unitName: string
  trainerName: string
  startsOn: string
  dueOn: string | null
  closedAt: string | null
  readingMinutes: number
  lessons: { key: string; title: string }[]
  /** Names of the members' units, each once. */
  units: string[]
  members: Columns<MemberRow>
}

/**
 * The group with its matrix, in one query: lessons of the course's current version, members by name.
 * A member on an older version shows her own lessons' progress by key.
 */
export async function groupView(
  db: Db,
  groupId: string,
  language: Language,
  at: { today: string; now: Date },
): Promise<GroupPage | null> {
  const [row] = await db.execute<GroupFound>(sql`
    with member as materialized (
      select e.id, p.id as person_id, p.display_name, p.sort_name, p.unit_id, e.state, e.due_on, e.started_at,
        e.last_seen_at, e.completed_at, e.quiz_best_share, e.quiz_passed_at is not null as quiz_passed,
        e.present_seconds, e.course_version_id, e.lesson_cells
      from group_member gm
      join enrolment e on e.id = gm.enrolment_id
      join person p on p.id = gm.person_id
      where gm.group_id = ${groupId} and gm.left_at is null
    )
    select g.id as "groupId", g.name, g.course_id as "courseId", ${inLanguage(sql`c.title`, language)} as "courseTitle",
      u.id as "unitId", u.path::text as "unitPath", u.name as "unitName", t.display_name as "trainerName",
      g.starts_on::text as "startsOn", g.due_on::text as "dueOn", ${instantText(sql`g.closed_at`)} as "closedAt",
      (select coalesce(sum(minutes), 0)::int from lesson where course_version_id = c.current_version_id) as "readingMinutes",
      coalesce((select json_agg(json_build_object('key', l.lesson_key, 'title', ${inLanguage(sql`l.title`, language)}) order by l.position)
        from lesson l where l.course_version_id = c.current_version_id), '[]') as lessons,
      (select json_build_object(
          'enrolmentId', ${list(sql`m.id`)}, 'personId', ${list(sql`m.person_id`)}, 'displayName', ${list(sql`m.display_name`)},
          'unitId', ${list(sql`m.unit_id`)}, 'state', ${list(sql`m.state`)}, 'dueOn', ${list(sql`m.due_on`)},
          'startedAt', ${list(sql`m.started_at`)}, 'lastSeenAt', ${list(sql`m.last_seen_at`)}, 'completedAt', ${list(sql`m.completed_at`)},
          'quizBestShare', ${list(sql`m.quiz_best_share`)}, 'quizPassed', ${list(sql`m.quiz_passed`)},
          'presentSeconds', ${list(sql`m.present_seconds`)}, 'version', ${list(sql`m.course_version_id`)}, 'cells', ${list(sql`m.lesson_cells`)})
        from (select * from member order by sort_name collate polish, person_id) m) as members,
      coalesce((select json_agg(json_build_array(pu.id, ${fullUnitName('pu')}) order by pu.id)
        from unit pu where pu.id in (select unit_id from member)), '[]') as units,
      coalesce((select json_agg(json_build_array(v.id, v.keys)) from (
        select l.course_version_id as id, json_agg(l.lesson_key) as keys
        from lesson l where l.course_version_id in (select course_version_id from member) group by 1) v), '[]') as versions
    from learning_group g
    join course c on c.id = g.course_id
    join unit u on u.id = g.unit_id
    join person t on t.id = g.trainer_id
    where g.id = ${groupId}`)
  if (!row) return null
  const { versions, members, units, ...group } = row
  const shown = group.lessons.map(({ key }) => key)
  const readerByVersion = new Map(versions.map(([id, keys]) => [id, cellReader(keys, shown)]))
  const indexByUnit = new Map(units.map(([id], index) => [id, index]))
  return {
    ...group,
    units: units.map(([, name]) => name),
    members: shownMembers(members, { indexByUnit, readerByVersion, ...at }),
  }
}

/** A list a field, so that what 400 rows have in common is not written 400 times. */
const list = (value: SQL) => sql`coalesce(json_agg(${value}), '[]')`

type GroupFound = Omit<GroupPage, 'members' | 'units'> & {
  members: MembersFound
  units: [id: string, name: string][]
  versions: [id: string, lessonKeys: string[]][]
}
type MembersFound = Omit<
  Columns<MemberRow>,
  'unit' | 'isOverdue' | 'stuckSince' | 'presentMinutes'
> & {
  unitId: string[]
  startedAt: (string | null)[]
  presentSeconds: number[]
  version: string[]
}

function shownMembers(
  { unitId, startedAt, presentSeconds, version, ...found }: MembersFound,
  known: {
    indexByUnit: ReadonlyMap<string, number>
    readerByVersion: ReadonlyMap<string, (cells: string) => string>
    today: string
    now: Date
  },
): Columns<MemberRow> {
  const { state, dueOn } = found
  const lastSeenAt = found.lastSeenAt.map(instantOf)
  const stuckBefore = new Date(known.now.getTime() - stuckDays * 86_400_000).toISOString()
  return {
    ...found,
    unit: unitId.map((id) => known.indexByUnit.get(id) ?? 0),
    isOverdue: dueOn.map(
      (day, index) => isOpenState(state[index]) && day !== null && day < known.today,
    ),
    lastSeenAt,
    stuckSince: state.map((each, index) => {
      const seenAt = lastSeenAt[index] ?? instantOf(startedAt[index] ?? null)
      return each === 'started' && seenAt !== null && seenAt < stuckBefore ? seenAt : null
    }),
    completedAt: found.completedAt.map(instantOf),
    presentMinutes: presentSeconds.map((seconds) => Math.floor(seconds / 60)),
    cells: found.cells.map(
      (each, index) => known.readerByVersion.get(version[index] ?? '')?.(each) ?? '',
    ),
  }
}

const isOpenState = (state: MemberRow['state'] | undefined) =>
  state === 'enrolled' || state === 'started'

/** The same instant as JavaScript writes it; PostgreSQL's JSON has it in UTC here, down to microseconds. */
const instantOf = (text: string | null) =>
  text === null
    ? null
    : `${text.slice(0, 19)}.${milliseconds.exec(text)?.[1]?.padEnd(3, '0') ?? '000'}Z`
const milliseconds = /\.(\d{1,3})/

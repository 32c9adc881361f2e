import { sql } from 'drizzle-orm'
import type { Language } from '../../../contract/primitives.ts'
import type { Db } from '../../../server/db/connect.ts'
import { containing, inLanguage, instantText, pathArray } from '../../../server/db/sql.ts'
import { fullUnitName } from '../../organisation/server/public.ts'
import type { GroupRow, MemberRow } from '../contract/groups.ts'

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
  members: GroupMember[]
}

/** With the unit's name, which the screen is sent once for all who share it. */
export type GroupMember = Omit<MemberRow, 'unit'> & { unitName: string }

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
    select g.id as "groupId", g.name, g.course_id as "courseId", ${inLanguage(sql`c.title`, language)} as "courseTitle",
      u.id as "unitId", u.path::text as "unitPath", u.name as "unitName", t.display_name as "trainerName",
      g.starts_on::text as "startsOn", g.due_on::text as "dueOn", ${instantText(sql`g.closed_at`)} as "closedAt",
      (select coalesce(sum(minutes), 0)::int from lesson where course_version_id = c.current_version_id) as "readingMinutes",
      coalesce((select json_agg(json_build_object('key', l.lesson_key, 'title', ${inLanguage(sql`l.title`, language)}) order by l.position)
        from lesson l where l.course_version_id = c.current_version_id), '[]') as lessons,
      coalesce((
        select json_agg(json_build_object(
          'enrolmentId', e.id, 'personId', p.id, 'displayName', p.display_name, 'unitName', ${fullUnitName('pu')}, 'state', e.state,
          'dueOn', e.due_on, 'startedAt', e.started_at, 'lastSeenAt', e.last_seen_at, 'completedAt', e.completed_at,
          'quizBestShare', e.quiz_best_share, 'quizPassed', e.quiz_passed_at is not null,
          'presentSeconds', coalesce(lp.seconds, 0), 'progress', lp.progress
        ) order by p.sort_name collate polish, p.id)
        from group_member gm
        join enrolment e on e.id = gm.enrolment_id
        join person p on p.id = gm.person_id
        join unit pu on pu.id = p.unit_id
        left join lateral (
          select sum(present_seconds)::int as seconds,
            string_agg(case when completed_at is null then 'b' else 'd' end || lesson_key, ' ') as progress
          from lesson_progress where enrolment_id = e.id
        ) lp on true
        where gm.group_id = g.id and gm.left_at is null
      ), '[]') as members
    from learning_group g
    join course c on c.id = g.course_id
    join unit u on u.id = g.unit_id
    join person t on t.id = g.trainer_id
    where g.id = ${groupId}`)
  if (!row) return null
  const keys = row.lessons.map(({ key }) => key)
  return { ...row, members: row.members.map((member) => placed(member, keys, at)) }
}

type MemberFound = Omit<
  GroupMember,
  'isOverdue' | 'stuckSince' | 'presentMinutes' | 'cells' | 'lastSeenAt' | 'completedAt'
> & {
  /** Instants as JSON has them. */
  startedAt: string | null
  lastSeenAt: string | null
  completedAt: string | null
  presentSeconds: number
  /** Each lesson touched: `d` done or `b` begun, then its key; parted by spaces. */
  progress: string | null
}
type GroupFound = Omit<GroupPage, 'members'> & { members: MemberFound[] }

function placed(
  { startedAt, presentSeconds, progress, ...member }: MemberFound,
  keys: readonly string[],
  { today, now }: { today: string; now: Date },
): GroupMember {
  const touched = new Map(
    (progress ?? '').split(' ').map((each) => [each.slice(1), each[0] ?? 'o']),
  )
  const isOpen = member.state === 'enrolled' || member.state === 'started'
  const seenAt = instantOf(member.lastSeenAt ?? startedAt)
  const stuckBefore = new Date(now.getTime() - stuckDays * 86_400_000).toISOString()
  return {
    ...member,
    isOverdue: isOpen && member.dueOn !== null && member.dueOn < today,
    lastSeenAt: instantOf(member.lastSeenAt),
    stuckSince:
      member.state === 'started' && seenAt !== null && seenAt < stuckBefore ? seenAt : null,
    completedAt: instantOf(member.completedAt),
    presentMinutes: Math.floor(presentSeconds / 60),
    cells: keys.map((key) => touched.get(key) ?? 'o').join(''),
  }
}

const instantOf = (text: string | null) => (text === null ? null : new Date(text).toISOString())

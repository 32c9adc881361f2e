import { sql } from 'drizzle-orm'
import type { CourseId, Language, PersonId, UnitId } from '../../../contract/primitives.ts'
import type { Db } from '../../../server/db/connect.ts'
import { containing, inLanguage, pathArray } from '../../../server/db/sql.ts'

const mostUnits = 1000
const mostCandidates = 50

/** What a new group can be made of: courses on offer by title, open units but departments in `scope`, widest first. */
export async function groupChoicesView(db: Db, scope: readonly string[], language: Language) {
  const courses = await db.execute<{ courseId: CourseId; title: string }>(sql`
    select id as "courseId", ${inLanguage(sql`title`, language)} as title
    from course where withdrawn_at is null order by 2`)
  const units = await db.execute<{ unitId: UnitId; name: string; depth: number }>(sql`
    select u.id as "unitId", u.name, nlevel(u.path) as depth from unit u
    where u.closed_on is null and u.kind <> 'department' and u.path <@ any(${pathArray(scope)})
    order by nlevel(u.path), u.name collate polish limit ${mostUnits}`)
  return { courses: [...courses], units: [...units] }
}

/** Active people of the group's unit and below who are not in it, found by name or e-mail address; the first 50. */
export async function groupCandidatesView(db: Db, groupId: string, query: string) {
  const people = await db.execute<{
    personId: PersonId
    displayName: string
    unitName: string
  }>(sql`
    select p.id as "personId", p.display_name as "displayName", u.name as "unitName"
    from learning_group g join unit gu on gu.id = g.unit_id
    join unit u on u.path <@ gu.path
    join person p on p.unit_id = u.id and p.active
    where g.id = ${groupId}
      and search_form(p.display_name || ' ' || p.email) like search_form(${containing(query)})
      and not exists (select from group_member m where m.group_id = g.id and m.person_id = p.id and m.left_at is null)
    order by p.sort_name collate polish, p.id limit ${mostCandidates}`)
  return [...people]
}

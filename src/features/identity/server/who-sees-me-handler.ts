import { sql } from 'drizzle-orm'
import type { Role } from '../../../contract/permission.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { today } from '../../../server/today.ts'
import { identity } from '../contract.ts'
import { viewOf } from '../model/granting.ts'

const mostExports = 200
const mostViewers = 500

export const whoSeesMeHandler = handlersFor(identity).whoSeesMe.handler(async ({ context }) => {
  const me = context.person()
  const now = today(context)
  const viewers = await context.db.execute<{
    personId: string
    displayName: string
    role: Role
    unitName: string
  }>(sql`
    select distinct on (u.path, g.role, p.sort_name, p.id) p.id::text as "personId",
      p.display_name as "displayName", g.role, u.name as "unitName"
    from role_grant g
    join unit u on u.id = g.unit_id
    join person p on p.id = g.person_id and p.active
    where u.path @> ${me.unitPath}::text::ltree and p.id <> ${me.personId}
      and g.valid_from <= ${now} and (g.valid_to is null or g.valid_to > ${now})
    order by u.path desc, g.role, p.sort_name, p.id`)
  const seeing = viewers
    .map((viewer) => ({ ...viewer, permissions: viewOf(viewer.role) }))
    .filter(({ permissions }) => permissions.length > 0)
  const exports = await context.db.execute<{
    at: string
    by: string
    what: string
    unitName: string
    rowCount: number
    format: string
  }>(sql`
    select to_json(e.at)#>>'{}' as at, by_whom.display_name as by, e.what, u.name as "unitName",
      e.row_count as "rowCount", e.format
    from export_log e
    join unit u on u.id = e.unit_id
    join person by_whom on by_whom.id = e.person_id
    -- The unit I worked in on that day, and those above it.
    where exists (select from person_placement mine join unit my_unit on my_unit.id = mine.unit_id
      where mine.person_id = ${me.personId} and my_unit.path <@ u.path
        and mine.valid_from <= e.at::date and (mine.valid_to is null or mine.valid_to > e.at::date))
    order by e.at desc limit ${mostExports}`)
  return {
    viewers: seeing.slice(0, mostViewers),
    viewerCount: seeing.length,
    exports: [...exports],
  }
})

import { sql } from 'drizzle-orm'
import type { Role } from '../../../contract/permission.ts'
import { type Context, within } from '../../../server/context.ts'
import { today } from '../../../server/today.ts'

type Row = {
  id: string
  role: Role
  unitId: string
  unitName: string
  unitPath: string
  from: string
  lastDay: string | null
  state: 'ahead' | 'in-force' | 'ended'
  grantedBy: string | null
  reason: string
}

/** Every role a person has, had or will have: in force first, then ahead, then ended; newest first. */
export async function grantsOf(context: Context, personId: string) {
  const now = today(context)
  const rows = await context.db.execute<Row>(sql`
    select g.id::text, g.role, g.unit_id::text as "unitId", u.name as "unitName", u.path::text as "unitPath",
      g.valid_from::text as "from", (g.valid_to - 1)::text as "lastDay",
      case when g.valid_to <= ${now} then 'ended' when g.valid_from > ${now} then 'ahead' else 'in-force' end as state,
      by_whom.display_name as "grantedBy", g.reason
    from role_grant g
    join unit u on u.id = g.unit_id
    left join person by_whom on by_whom.id = g.granted_by
    where g.person_id = ${personId}
    order by array_position(array['in-force', 'ahead', 'ended'],
      case when g.valid_to <= ${now} then 'ended' when g.valid_from > ${now} then 'ahead' else 'in-force' end),
      g.valid_from desc, g.id desc`)
  const grantable = context.scope('roles.grant')
  return rows.map(({ unitPath, ...row }) => ({
    ...row,
    mayEnd: row.state !== 'ended' && within(grantable, unitPath),
  }))
}

import { sql } from 'drizzle-orm'
import type { Tx } from '../../../server/db/connect.ts'

/** One change of administrators at a time, so that two cannot end each other. */
export const lockAdministrators = (tx: Tx) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('officina.administrators'))`)

/**
 * Whether some unit would be left without an administrator of its own or above: `without` names the grants
 * that are about to fall away. Only grants without an end count as lasting. Call after lockAdministrators.
 */
export async function leavesNoAdministrator(
  tx: Tx,
  without: { grantId: string } | { personId: string },
  today: string,
): Promise<boolean> {
  const falling =
    'grantId' in without ? sql`g.id = ${without.grantId}` : sql`g.person_id = ${without.personId}`
  const [row] = await tx.execute<{ orphaned: boolean }>(sql`
    with standing as (
      select g.id, g.person_id, u.path from role_grant g
      join unit u on u.id = g.unit_id
      join person p on p.id = g.person_id and p.active
      where g.role = 'administrator' and g.valid_from <= ${today} and g.valid_to is null
    )
    select exists (
      select from standing g where ${falling}
        and not exists (select from standing other where other.path @> g.path
          and ${'grantId' in without ? sql`other.id <> g.id` : sql`other.person_id <> g.person_id`})
    ) as orphaned`)
  return row?.orphaned ?? false
}

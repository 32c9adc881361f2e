import { type SQL, sql } from 'drizzle-orm'
import { pathArray } from '../../../server/db/sql.ts'

/**
 * Whether a person holds a role, today or ahead, anywhere but at or below these units. Whoever could open her
 * account would take that role over: so it takes somebody who answers for all of her roles' units.
 * @param personId an expression of the statement it stands in
 */
export const holdsRoleBeyond = (
  personId: SQL,
  unitPaths: readonly string[],
  today: string,
): SQL => sql`exists (
  select from role_grant held join unit held_on on held_on.id = held.unit_id
  where held.person_id = ${personId} and (held.valid_to is null or held.valid_to > ${today}::date)
    and not held_on.path <@ any(${pathArray(unitPaths)}))`

import { type SQL, sql } from 'drizzle-orm'
import { pathArray } from '../../../server/db/sql.ts'
import { mail } from './schema.ts'

/**
 * Mails to people at or below these units. A mail to nobody on record (the first administrator's) belongs to
 * the whole installation: it is read from a topmost unit only.
 */
export const toPeopleWithin = (unitPaths: readonly string[]): SQL => sql`(
  exists (
    select 1 from person p join unit u on u.id = p.unit_id
    where p.id = ${mail.personId} and u.path <@ any(${pathArray(unitPaths)})
  ) or (${mail.personId} is null and ${unitPaths.some((path) => !path.includes('.'))}::boolean)
)`

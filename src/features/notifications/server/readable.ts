import { type SQL, sql } from 'drizzle-orm'
import { mail } from './schema.ts'

/**
 * Mails to people at or below these units. A mail to nobody on record (the first administrator's) belongs to
 * the whole installation: it is read from a topmost unit only.
 */
export const toPeopleWithin = (unitPaths: readonly string[]): SQL => sql`(
  exists (
    select 1 from person p join unit u on u.id = p.unit_id
    where p.id = ${mail.personId} and exists (
      select 1 from jsonb_array_elements_text(${JSON.stringify(unitPaths)}::text::jsonb) held
      where u.path <@ held.value::ltree
    )
  ) or (${mail.personId} is null and ${unitPaths.some((path) => !path.includes('.'))}::boolean)
)`

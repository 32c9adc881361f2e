import { sql } from 'drizzle-orm'
import { validate } from 'uuid'
import type { SubjectPlace } from '../../../server/authorise.ts'
import type { Db } from '../../../server/db/connect.ts'

/** A person belongs to her unit of today; deactivated people stay where they last were. */
export async function personPlace(db: Db, id: string): Promise<SubjectPlace | null> {
  if (!validate(id)) return null
  const [found] = await db.execute<SubjectPlace>(sql`
    select u.path::text as "unitPath", p.id::text as "ownerId"
    from person p join unit u on u.id = p.unit_id where p.id = ${id}`)
  return found ?? null
}

/** An import belongs to the unit it was uploaded for. */
export async function peopleImportPlace(db: Db, id: string): Promise<SubjectPlace | null> {
  if (!validate(id)) return null
  const [found] = await db.execute<SubjectPlace>(sql`
    select u.path::text as "unitPath", i.created_by::text as "ownerId"
    from people_import i join unit u on u.id = i.unit_id where i.id = ${id}`)
  return found ?? null
}

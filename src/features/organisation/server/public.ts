import { eq } from 'drizzle-orm'
import type { SubjectPlace } from '../../../server/authorise.ts'
import type { Db } from '../../../server/db/connect.ts'
import { unit } from './schema.ts'

/** Where a unit stands today; nobody owns it. */
export async function unitPlace(db: Db, id: string): Promise<SubjectPlace | null> {
  const [row] = await db.select({ unitPath: unit.path }).from(unit).where(eq(unit.id, id))
  return row ? { ...row, ownerId: null } : null
}

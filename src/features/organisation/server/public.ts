import { eq, sql } from 'drizzle-orm'
import type { SubjectPlace } from '../../../server/authorise.ts'
import type { Db } from '../../../server/db/connect.ts'
import { unit } from './schema.ts'

/** Where a unit stands today; nobody owns it. */
export async function unitPlace(db: Db, id: string): Promise<SubjectPlace | null> {
  const [row] = await db.select({ unitPath: unit.path }).from(unit).where(eq(unit.id, id))
  return row ? { ...row, ownerId: null } : null
}

/**
 * Another municipality open today has the name, or the short name, of this unit: its type is shown beside it.
 * @param unit the name by which the query knows the row of `unit`
 */
export const isNameSharedToday = (unit: 'u' | 'a' | 'here') =>
  sql.raw(`(${unit}.municipality_type is not null and exists (
    select from unit namesake where namesake.id <> ${unit}.id and namesake.country = ${unit}.country
      and namesake.closed_on is null and namesake.municipality_type is not null
      and (namesake.short_name = ${unit}.short_name or namesake.name = ${unit}.name)))`)

/**
 * Name of a unit; a department alone says little, so its office stands with it.
 * @param unit the name by which the query knows the row of `unit`
 */
export const fullUnitName = (unit: 'u' | 'pu') =>
  sql.raw(`${unit}.name || coalesce((select ', ' || office.name from unit office
    where office.id = ${unit}.parent_id and ${unit}.kind = 'department'), '')`)

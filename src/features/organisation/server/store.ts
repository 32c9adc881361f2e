import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Tx } from '../../../server/db/connect.ts'
import { newId, pathLabel } from '../../../server/ids.ts'
import type { MunicipalityType, UnitKind } from '../model/unit-kind.ts'
import { unit, unitPlacement } from './schema.ts'

export type Unit = typeof unit.$inferSelect & { placedFrom: string }

/** The unit with its open placement, locked against other changes; null when there is none. */
export async function lockUnit(tx: Tx, unitId: string): Promise<Unit | null> {
  // One change of the tree at a time: paths of whole branches are rewritten.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('organisation.tree'))`)
  const [row] = await tx.select().from(unit).where(eq(unit.id, unitId))
  if (!row) return null
  const [placement] = await tx
    .select({ validFrom: unitPlacement.validFrom })
    .from(unitPlacement)
    .where(eq(unitPlacement.unitId, unitId))
    .orderBy(sql`${unitPlacement.validFrom} desc`)
    .limit(1)
  return { ...row, placedFrom: placement?.validFrom ?? row.openedOn }
}

export type NewUnit = {
  parent: { id: string; path: string; country: 'pl' | 'hu' } | null
  country: 'pl' | 'hu'
  name: string
  kind: UnitKind
  municipalityType: MunicipalityType | null
  code: string | null
  isOffice: boolean
  on: string
  reason: string
}

/** Opens a unit; returns its id. */
export async function insertUnit(tx: Tx, given: NewUnit): Promise<string> {
  const id = newId()
  const path = given.parent ? `${given.parent.path}.${pathLabel(id)}` : pathLabel(id)
  const parentId = given.parent?.id ?? null
  const { country, name, kind, municipalityType, code, isOffice, on, reason } = given
  await tx.insert(unit).values({
    id,
    parentId,
    path,
    country,
    name,
    shortName: name,
    kind,
    municipalityType,
    code,
    isOffice,
    openedOn: on,
  })
  await tx
    .insert(unitPlacement)
    .values({ id: newId(), unitId: id, parentId, path, name, validFrom: on, reason })
  return id
}

export async function codeTaken(tx: Tx, country: 'pl' | 'hu', code: string): Promise<boolean> {
  const taken = await tx
    .select({ id: unit.id })
    .from(unit)
    .where(and(eq(unit.country, country), eq(unit.code, code)))
  return taken.length > 0
}

/**
 * Ends the open placement on a day and begins the next one as the unit stands in `unit` now. A placement
 * that began on this very day never held for a day: it is put right instead.
 */
async function replace(tx: Tx, unitId: string, on: string, reason: string): Promise<void> {
  const corrected = await tx.execute(sql`
    update unit_placement p set parent_id = u.parent_id, path = u.path, name = u.name,
      reason = concat_ws('; ', nullif(p.reason, ''), ${reason}::text)
    from unit u where u.id = p.unit_id and u.id = ${unitId} and p.valid_to is null and p.valid_from = ${on}::date
    returning p.id`)
  if (corrected.length > 0) return
  await tx
    .update(unitPlacement)
    .set({ validTo: on })
    .where(and(eq(unitPlacement.unitId, unitId), isNull(unitPlacement.validTo)))
  await tx.execute(sql`
    insert into unit_placement (id, unit_id, parent_id, path, name, valid_from, reason)
    select ${newId()}, id, parent_id, path, name, ${on}::date, ${reason} from unit where id = ${unitId}`)
}

export async function renameUnit(
  tx: Tx,
  unitId: string,
  name: string,
  on: string,
  reason: string,
): Promise<void> {
  await tx.update(unit).set({ name, shortName: name }).where(eq(unit.id, unitId))
  await replace(tx, unitId, on, reason)
}

/** The day of the last change in a branch: nothing in it can be changed for a day before. */
export async function lastChangeIn(tx: Tx, path: string): Promise<string> {
  const [row] = await tx.execute<{ last: string }>(sql`
    select max(p.valid_from)::text as last from unit u join unit_placement p on p.unit_id = u.id
    where u.path <@ ${path}::ltree and p.valid_to is null`)
  if (!row) throw new Error('an aggregate gives a row')
  return row.last
}

/**
 * Puts a branch under another unit. Open units below keep their parent but get new placements, for their
 * paths changed; closed ones follow in today's tree only, so that whoever answers for the branch sees them.
 */
export async function moveBranch(
  tx: Tx,
  moved: { id: string; path: string },
  parent: { id: string; path: string },
  on: string,
  reason: string,
): Promise<void> {
  const newPath = `${parent.path}.${pathLabel(moved.id)}`
  await tx.update(unit).set({ parentId: parent.id }).where(eq(unit.id, moved.id))
  const below = await tx.execute<{ id: string; is_open: boolean }>(sql`
    update unit set path = case when id = ${moved.id} then ${newPath}::ltree
      else ${newPath}::ltree || subpath(path, nlevel(${moved.path}::ltree)) end
    where path <@ ${moved.path}::ltree returning id, closed_on is null as is_open`)
  for (const { id, is_open } of below) if (is_open) await replace(tx, id, on, reason)
}

export async function closeUnit(
  tx: Tx,
  unitId: string,
  on: string,
  mergedIntoId: string | null = null,
): Promise<void> {
  await tx.update(unit).set({ closedOn: on, mergedIntoId }).where(eq(unit.id, unitId))
  await tx
    .update(unitPlacement)
    .set({ validTo: on })
    .where(and(eq(unitPlacement.unitId, unitId), isNull(unitPlacement.validTo)))
}

export const openChildren = (tx: Tx, unitId: string) =>
  tx
    .select({ id: unit.id, path: unit.path, kind: unit.kind })
    .from(unit)
    .where(and(eq(unit.parentId, unitId), isNull(unit.closedOn), ne(unit.id, unitId)))

/** Active people who work in the unit itself. */
export async function countPeople(tx: Tx, unitId: string): Promise<number> {
  const [row] = await tx.execute<{ people: number }>(
    sql`select count(*)::int as people from person where unit_id = ${unitId} and active`,
  )
  return row?.people ?? 0
}

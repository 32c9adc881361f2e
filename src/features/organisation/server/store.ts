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
  await tx
    .insert(unit)
    .values({
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

/** Ends the open placement on a day and begins the next one as the unit stands in `unit` now. */
async function replace(tx: Tx, unitId: string, on: string, reason: string): Promise<void> {
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

/** Puts a branch under another unit. Units below keep their parent but get new placements, for their paths changed. */
export async function moveBranch(
  tx: Tx,
  moved: { id: string; path: string },
  parent: { id: string; path: string },
  on: string,
  reason: string,
): Promise<void> {
  const newPath = `${parent.path}.${pathLabel(moved.id)}`
  await tx.update(unit).set({ parentId: parent.id }).where(eq(unit.id, moved.id))
  const below = await tx.execute<{ id: string }>(sql`
    update unit set path = case when id = ${moved.id} then ${newPath}::ltree
      else ${newPath}::ltree || subpath(path, nlevel(${moved.path}::ltree)) end
    where path <@ ${moved.path}::ltree returning id`)
  for (const { id } of below) await replaceOrRewrite(tx, id, on, reason)
}

/** A placement that began on this very day is corrected: a placement lasts a day at least. */
async function replaceOrRewrite(tx: Tx, unitId: string, on: string, reason: string): Promise<void> {
  const begun = await tx
    .select({ id: unitPlacement.id })
    .from(unitPlacement)
    .where(
      and(
        eq(unitPlacement.unitId, unitId),
        isNull(unitPlacement.validTo),
        sql`${unitPlacement.validFrom} >= ${on}::date`,
      ),
    )
  const [sameDay] = begun
  if (!sameDay) return replace(tx, unitId, on, reason)
  await tx.execute(sql`
    update unit_placement p set parent_id = u.parent_id, path = u.path, name = u.name
    from unit u where u.id = p.unit_id and p.id = ${sameDay.id}`)
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

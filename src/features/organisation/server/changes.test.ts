import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UnitId } from '../../../contract/primitives.ts'
import { createWorld, type TestUnit, type World } from '../../../testing/world.ts'

let world: World
beforeEach(async () => {
  world = await createWorld('2026-11-18T09:00:00Z')
})
afterEach(() => world.close())

const id = (unit: { id: string }) => unit.id as UnitId // made by the test's world
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'allowed',
    (error: unknown) => (error instanceof Error ? Reflect.get(error, 'code') : error),
  )
/** The one who answers for the whole region. */
const administrator = async () =>
  world.clientAs(
    await world.addPerson({
      unit: world.units.officeA2,
      role: 'administrator',
      on: world.units.region,
    }),
  ).organisation
const why = { reason: 'Order 12/2026' }
const below = async (unit: TestUnit, asOf?: string) =>
  names(
    (
      await world
        .clientAs(world.as('learner'))
        .organisation.tree({ parentId: id(unit), ...(asOf && { asOf }) })
    ).rows,
  )

test('a renamed office keeps its old name in the tree of the days before', async () => {
  const admin = await administrator()
  const { officeA1, countyA } = world.units
  await admin.rename({ unitId: id(officeA1), name: 'Town Office A1', on: '2026-07-01', ...why })
  expect(await below(countyA, '2026-06-30')).toEqual(['Office A1', 'Office A2'])
  expect(await below(countyA, '2026-07-01')).toEqual(['Office A2', 'Town Office A1'])
  const { history } = await admin.unit({ unitId: id(officeA1) })
  expect(history.map(({ from, until, name }) => [from, until, name])).toEqual([
    ['2026-07-01', null, 'Town Office A1'],
    ['2020-01-01', '2026-07-01', 'Office A1'],
  ])
  const [entry] = await world.sql`select * from audit where action = 'unit.renamed'`
  expect(entry).toMatchObject({ subject_id: officeA1.id, detail: { from: 'Office A1', ...why } })
})

test('a slip is put right on the same day; no day before the last change or after today is taken', async () => {
  const admin = await administrator()
  const unitId = id(world.units.officeA1)
  await admin.rename({ unitId, name: 'Ofice A1', on: '2026-11-18', ...why })
  await admin.rename({ unitId, name: 'Office No 1', on: '2026-11-18', ...why })
  expect(names((await admin.unit({ unitId })).history)).toEqual(['Office No 1', 'Office A1'])
  const rename = (on: string) => refusal(admin.rename({ unitId, name: 'X', on, ...why }))
  expect(await rename('2026-11-17')).toBe('BAD_DAY')
  expect(await rename('2026-11-19')).toBe('BAD_DAY')
})

test('a moved office takes its departments along and leaves the past as it was', async () => {
  const admin = await administrator()
  const { officeA1, departmentA1a, countyA, countyB } = world.units
  await admin.move({ unitId: id(officeA1), parentId: id(countyB), on: '2026-10-01', ...why })
  expect(await below(countyB)).toEqual(['Office A1', 'Office B1'])
  expect(await below(countyB, '2026-09-30')).toEqual(['Office B1'])
  expect(await below(countyA, '2026-09-30')).toEqual(['Office A1', 'Office A2'])
  const now = await admin.unit({ unitId: id(departmentA1a) })
  expect(names(now.ancestors)).toEqual(['Region', 'County B', 'Office A1'])
  const then = await admin.unit({ unitId: id(departmentA1a), asOf: '2026-09-30' })
  expect(names(then.ancestors)).toEqual(['Region', 'County A', 'Office A1'])
  // Who answers for county A no longer reaches it, who answers for county B does.
  const ofCountyA = world.clientAs(world.as('administrator')).organisation
  expect((await ofCountyA.unit({ unitId: id(departmentA1a) })).mayManage).toBe(false)
  const facts = await world.sql`select payload from outbox where type = 'UnitMoved'`
  expect(facts.map(({ payload }) => payload)).toEqual([{ unitId: officeA1.id }])
})

test('a closed department stays closed when its office moves', async () => {
  const admin = await administrator()
  const { officeA1, departmentA1a, countyB } = world.units
  await admin.close({ unitId: id(departmentA1a), on: '2026-03-01', ...why })
  await admin.move({ unitId: id(officeA1), parentId: id(countyB), on: '2026-10-01', ...why })
  expect(await below(officeA1)).toEqual([])
  expect(await below(officeA1, '2026-02-28')).toEqual(['Department A1a'])
  expect(await admin.unit({ unitId: id(departmentA1a) })).toMatchObject({ isOpenThen: false })
})

test('refuses circles, offices under departments, and places out of reach', async () => {
  const admin = await administrator()
  const { region, officeA1, officeA2, departmentA1a, countyA, countyB } = world.units
  const move = (client: typeof admin, unit: TestUnit, parent: TestUnit) =>
    refusal(client.move({ unitId: id(unit), parentId: id(parent), on: '2026-11-18', ...why }))
  expect(await move(admin, officeA1, departmentA1a)).toBe('CIRCLE')
  expect(await move(admin, officeA1, officeA1)).toBe('CIRCLE')
  expect(await move(admin, officeA2, departmentA1a)).toBe('KIND_NOT_ALLOWED')
  expect(await move(admin, countyA, countyB)).toBe('KIND_NOT_ALLOWED')
  const ofCountyA = world.clientAs(world.as('administrator')).organisation
  expect(await move(ofCountyA, officeA1, countyB)).toBe('FORBIDDEN')
  expect(await move(ofCountyA, countyB, region)).toBe('FORBIDDEN')
  const manager = world.clientAs(world.as('manager')).organisation
  expect(await move(manager, officeA1, countyA)).toBe('FORBIDDEN')
  const found = await world.sql`select 1 from audit where action like 'unit.%'`
  expect(found).toHaveLength(0)
})

test('merging moves departments at once and people by the fact it tells; roles follow', async () => {
  const admin = await administrator()
  const { officeA1, officeA2, departmentA1a } = world.units
  const trainer = world.as('trainer')
  const done = await admin.merge({
    unitId: id(officeA1),
    intoId: id(officeA2),
    on: '2026-11-01',
    ...why,
  })
  expect(done).toEqual({ unitId: officeA2.id, peopleMoved: 10, unitsMoved: 1 })
  await world.drain()
  expect(await below(officeA2)).toEqual(['Department A1a'])
  const closed = await admin.unit({ unitId: id(officeA1) })
  expect(closed).toMatchObject({
    closedOn: '2026-11-01',
    mergedInto: { unitId: officeA2.id },
    closingReason: why.reason,
    isOpenThen: false,
  })
  expect((await admin.unit({ unitId: id(officeA2) })).tookOver).toMatchObject([
    { unitId: officeA1.id, on: '2026-11-01' },
  ])
  expect(names((await admin.unit({ unitId: id(departmentA1a) })).ancestors)).toContain('Office A2')
  const [person] = await world.sql`select unit_id from person where id = ${trainer.id}`
  expect(person).toEqual({ unit_id: officeA2.id })
  const later = await admin.unit({ unitId: id(officeA2), asOf: '2999-01-01' })
  expect(later.people).toBe(11)
})

test('closes only what is empty, and never twice', async () => {
  const admin = await administrator()
  const { officeA1, officeB1, countyB } = world.units
  const close = (unit: TestUnit, on = '2026-11-18') =>
    admin.close({ unitId: id(unit), on, ...why }).then(
      () => 'closed',
      (error: { code: string; data: unknown }) => [error.code, error.data],
    )
  expect(await close(officeA1)).toEqual(['NOT_EMPTY', { people: 10, units: 1 }])
  expect(await close(countyB)).toEqual(['NOT_EMPTY', { people: 0, units: 1 }])
  expect(await close(officeB1)).toBe('closed')
  expect(await close(officeB1)).toEqual(['UNIT_CLOSED', { closedOn: '2026-11-18' }])
  expect(await close(countyB, '2026-11-10')).toBe('closed')
})

test('a new unit fits its parent, and its code is nobody else’s', async () => {
  const admin = await administrator()
  const unit = {
    unitId: id(world.units.countyA),
    name: 'Urząd Gminy Cyców',
    kind: 'municipal-office',
    municipalityType: 'rural',
    code: '0610012',
    on: '2026-01-01',
    ...why,
  } as const
  await admin.create(unit)
  expect(await refusal(admin.create({ ...unit, name: 'Another' }))).toBe('CODE_TAKEN')
  expect(await refusal(admin.create({ ...unit, code: null, municipalityType: null }))).toBe(
    'KIND_NOT_ALLOWED',
  )
  expect(await refusal(admin.create({ ...unit, code: null, kind: 'region' }))).toBe(
    'KIND_NOT_ALLOWED',
  )
  expect(await refusal(admin.create({ ...unit, code: null, on: '2019-12-31' }))).toBe('BAD_DAY')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '../../../contract/primitives.ts'
import { createWorld, type World } from '../../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld('2026-11-18T09:00:00Z')
})
afterAll(() => world.close())

const id = (unit: { id: string }) => unit.id as UnitId // made by the test's world
const learner = () => world.clientAs(world.as('learner')).organisation
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)

test('everyone signed in sees the top of the tree with people and offices counted below', async () => {
  const { rows, asOf } = await learner().tree({ depth: 2 })
  expect(asOf).toBe('2026-11-18')
  expect(names(rows)).toEqual(['Region', 'County A', 'County B'])
  expect(rows[0]).toMatchObject({ childCount: 2, officeCount: 3, people: 10, parentName: null })
  expect(rows[1]).toMatchObject({ childCount: 2, officeCount: 2, people: 10, parentName: 'Region' })
  expect(rows[2]).toMatchObject({ officeCount: 1, people: 0 })
  await expect(world.clientAs(null).organisation.tree({})).rejects.toMatchObject({
    code: 'UNAUTHORIZED',
  })
})

test('finds a unit by name without accents, with a slip of the pen, or by its code', async () => {
  const administrator = await world.addPerson({
    unit: world.units.officeB1,
    role: 'administrator',
    on: world.units.countyB,
  })
  await world.clientAs(administrator).organisation.create({
    unitId: id(world.units.countyB),
    name: 'Urząd Miejski Łęczna',
    kind: 'municipal-office',
    municipalityType: 'urban-rural',
    code: '0610033',
    on: '2025-01-01',
    reason: 'Register',
  })
  for (const query of ['leczna', 'ŁĘCZNA', 'Łęcnza', '0610033'])
    expect(names((await learner().tree({ query })).rows), query).toEqual(['Urząd Miejski Łęczna'])
  expect((await learner().tree({ query: '%' })).rows).toEqual([])
  expect((await learner().tree({ query: 'leczna', asOf: '2024-12-31' })).rows).toEqual([])
  expect(
    (await learner().tree({ query: 'leczna', parentId: id(world.units.countyA) })).rows,
  ).toEqual([])
})

test('says which units need their type beside the name', async () => {
  const administrator = world.clientAs(world.as('administrator')).organisation
  for (const [name, municipalityType] of [
    ['Krasnystaw', 'urban'],
    ['Krasnystaw', 'rural'],
    ['Fajsławice', 'rural'],
  ] as const)
    await administrator.create({
      unitId: id(world.units.countyA),
      name,
      kind: 'municipal-office',
      municipalityType,
      code: null,
      on: '2026-01-01',
      reason: 'Register',
    })
  const { rows } = await learner().tree({ parentId: id(world.units.countyA) })
  expect(
    rows.filter(({ isNameShared }) => isNameShared).map((row) => row.municipalityType),
  ).toEqual(expect.arrayContaining(['urban', 'rural']))
  expect(rows.find(({ name }) => name === 'Fajsławice')?.isNameShared).toBe(false)
})

test('a unit page has its place, its people and who may change it', async () => {
  const unitId = id(world.units.officeA1)
  const page = await learner().unit({ unitId })
  expect(names(page.ancestors)).toEqual(['Region', 'County A'])
  expect(names(page.children)).toEqual(['Department A1a'])
  expect(page).toMatchObject({ peopleHere: 10, people: 10, mayManage: false, isOpenThen: true })
  const administrator = world.clientAs(world.as('administrator')).organisation
  expect((await administrator.unit({ unitId })).mayManage).toBe(true)
  expect((await administrator.unit({ unitId: id(world.units.officeB1) })).mayManage).toBe(false)
  const before = await learner().unit({ unitId, asOf: '2010-01-01' })
  expect(before).toMatchObject({ isOpenThen: false, name: 'Office A1', people: 0 })
})

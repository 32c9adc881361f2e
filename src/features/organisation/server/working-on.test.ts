import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../server/ids.ts'
import { createWorld, type World } from '../../../testing/world.ts'
import { workingOn } from './as-of.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const day = (month: number) => new Date(Date.UTC(2025, month, 10)).toISOString().slice(0, 10)
const change = fc.record({
  person: fc.nat(4),
  what: fc.constantFrom('come', 'move', 'leave', 'return'),
  unit: fc.nat(3),
})

test('counting back from today gives what counting everybody on that day gives', async () => {
  const { sql, db } = world
  const units = [
    world.units.officeA1,
    world.units.officeA2,
    world.units.officeB1,
    world.units.countyA,
  ]
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
      const people = [0, 1, 2, 3, 4].map(() => newId())
      // One change a month, as they come.
      for (const [month, { person, what, unit }] of changes.entries())
        await apply(people[person] ?? '', what, units[unit]?.id ?? '', day(month))
      for (const month of [-1, 0, 3, 6, 12, 20]) {
        const found = await db.execute<{ unit_id: string; people: number }>(workingOn(day(month)))
        const counted = await sql<{ unit_id: string; people: number }[]>`
          select w.unit_id, count(*)::int as people
          from person_placement w join person p on p.id = w.person_id
          where w.valid_from <= ${day(month)}::date and (w.valid_to is null or w.valid_to > ${day(month)}::date)
            and (p.active or p.deactivated_at::date > ${day(month)}::date)
          group by w.unit_id`
        expect(byUnit(found)).toEqual(byUnit(counted))
      }
    }),
    { numRuns: 25 },
  )

  async function apply(id: string, what: string, unit: string, on: string) {
    const [known] = await sql<{ active: boolean }[]>`select active from person where id = ${id}`
    if (what === 'come' && !known) {
      await sql`insert into person (id, given_name, family_name, display_name, sort_name, email, email_verified, language, unit_id)
        values (${id}, 'A', 'B', 'A B', 'B A', ${`${id}@test.officina.test`}, true, 'en', ${unit})`
      await sql`insert into person_placement (id, person_id, unit_id, valid_from) values (${newId()}, ${id}, ${unit}, ${on})`
    } else if (what === 'move' && known?.active) {
      await sql`update person set unit_id = ${unit} where id = ${id}`
      await sql`update person_placement set valid_to = ${on} where person_id = ${id} and valid_to is null`
      await sql`insert into person_placement (id, person_id, unit_id, valid_from) values (${newId()}, ${id}, ${unit}, ${on})`
    } else if (what === 'leave' && known?.active)
      await sql`update person set active = false, deactivated_at = ${`${on}T10:00:00Z`} where id = ${id}`
    else if (what === 'return' && known && !known.active)
      await sql`update person set active = true, deactivated_at = null where id = ${id}`
  }
})

test('many people at once, and people who go for good, are counted', async () => {
  const { sql, units } = world
  const headcount = async () => {
    const rows = await sql<{ unit_id: string; people: number }[]>`
      select unit_id, people from unit_headcount where people <> 0 order by unit_id`
    const counted = await sql<{ unit_id: string; people: number }[]>`
      select unit_id, count(*)::int as people from person where active group by 1 order by 1`
    expect([...rows]).toEqual([...counted])
  }
  await sql`insert into person (id, given_name, family_name, display_name, sort_name, email, email_verified, language, unit_id)
    select gen_random_uuid(), 'A', 'B', 'A B', 'B A', n || '@many.officina.test', true, 'en',
      case when n % 2 = 0 then ${units.officeA1.id}::uuid else ${units.officeB1.id}::uuid end
    from generate_series(1, 40) n`
  await headcount()
  await sql`update person set unit_id = ${units.officeA2.id} where email like '%3@many.officina.test'`
  await headcount()
  await sql`delete from person where email like '%@many.officina.test'`
  await headcount()
})

const byUnit = (rows: Iterable<{ unit_id: string; people: number }>) =>
  Object.fromEntries(
    [...rows].filter(({ people }) => people !== 0).map((row) => [row.unit_id, row.people]),
  )

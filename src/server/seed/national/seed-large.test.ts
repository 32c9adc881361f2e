import { afterAll, beforeAll, expect, test } from 'vitest'
import { rebuildRollups } from '../../../features/reporting/server/public.ts'
import { createTestDatabase, type TestDatabase } from '../../../testing/database.ts'
import { entityTables, historyLanes, sumTables } from './copy-country.ts'
import { seedLarge } from './seed-large.ts'

const countries = 3
const officials = 1200
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await seedLarge(database, { now: new Date('2026-11-20T12:00:00Z'), officials, countries })
}, 120_000)
afterAll(() => database.close())

const rowsOf = async (query: string) => [...(await database.sql.unsafe(query))]

test('each country has its offices, officials and three enrolments for each of them', async () => {
  const perCountry = await rowsOf(`
    select count(*) filter (where u.is_office)::int as offices, (
      select count(*)::int from person p join unit b on b.id = p.unit_id where b.path <@ top.path) as people,
      (select count(*)::int from enrolment e join person p on p.id = e.person_id join unit b on b.id = p.unit_id
        where b.path <@ top.path) as enrolments
    from unit top join unit u on u.path <@ top.path
    where top.parent_id is null group by top.id`)
  const one = { offices: 217, people: officials, enrolments: 3 * officials }
  expect(perCountry).toEqual(Array.from({ length: countries }, () => one))
})

test('every role has its account, and the administrator all countries', async () => {
  const accounts = await rowsOf(`
    select split_part(email, '@', 1) as name from person where email like '%@demo.officina.test' and email not like '%.0_@%' order by 1`)
  expect(accounts.map(({ name }) => name)).toEqual([
    'admin',
    'auditor',
    'author',
    'caller',
    'clerk',
    'examiner',
    'manager',
    'officer',
    'owner',
    'trainer',
  ])
  expect(
    await rowsOf(`select count(*)::int as roots from role_grant g join unit u on u.id = g.unit_id
      join person p on p.id = g.person_id and p.email = 'admin@demo.officina.test'
      where g.role = 'administrator' and u.parent_id is null`),
  ).toEqual([{ roots: countries }])
})

test('one course has forty lessons, and one group four hundred members', async () => {
  const [longest] = await rowsOf('select max(lesson_count) as lessons from course')
  expect(longest).toEqual({ lessons: 40 })
  const sizes = await rowsOf(
    'select count(*)::int as size from group_member group by group_id order by 1 desc limit 3',
  )
  expect(sizes.map(({ size }) => size)).toEqual([400, 400, 400])
})

test('keys, indexes and foreign keys are those of a database that was only migrated', async () => {
  const migrated = await createTestDatabase()
  const parts = `
    select pg_get_indexdef(indexrelid) as part from pg_index where indrelid::regclass::text = any($1)
    union all select conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) from pg_constraint
    where conrelid::regclass::text = any($1) order by 1`
  const tables = [...entityTables, ...historyLanes.flat(), ...sumTables]
  try {
    expect([...(await database.sql.unsafe(parts, [tables]))]).toEqual([
      ...(await migrated.sql.unsafe(parts, [tables])),
    ])
  } finally {
    await migrated.close()
  }
})

test('the copied sums equal a recount to the row', async () => {
  const snapshot = async () =>
    Object.fromEntries(
      await Promise.all(
        sumTables.map(async (table) => [
          table,
          await rowsOf(
            `select md5(string_agg(x::text, ' ' order by x::text)), count(*)::int from ${table} x`,
          ),
        ]),
      ),
    )
  const copied = await snapshot()
  await database.db.transaction((tx) => rebuildRollups(tx, 'Europe/Budapest'))
  expect(await snapshot()).toEqual(copied)
}, 60_000)

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { seedDemo } from './demo.ts'

const now = new Date('2026-11-20T12:00:00Z')
let database: TestDatabase
const count = async (query: string) => {
  const [row] = await database.sql.unsafe<{ count: number }[]>(
    `select count(*)::int as count from ${query}`,
  )
  return row?.count
}

beforeAll(async () => {
  database = await createTestDatabase()
  await seedDemo(database.sql, { now })
}, 120_000)
afterAll(() => database.close())

test('holds 137 Lublin offices with 1,425 people, and Veszprém with its ten district offices', async () => {
  expect(await count(`unit where is_office and country = 'pl'`)).toBe(137)
  expect(await count(`person p join unit u on u.id = p.unit_id where u.country = 'pl'`)).toBe(1425)
  expect(await count(`unit where kind = 'district-office'`)).toBe(10)
  for (const name of ['Łęczna', 'Opole Lubelskie', 'Krasnystaw'])
    expect(await count(`unit where is_office and short_name = '${name}'`)).toBeGreaterThan(0)
})

describe('what people did agrees with itself', () => {
  test.each([
    [
      'nothing lies in the future',
      `(select last_seen_at as at from enrolment union all select at from enrolment_event union all select submitted_at from quiz_attempt) x where at > '${now.toISOString()}'`,
    ],
    [
      'completed means all lessons done and the quiz passed',
      `enrolment where state = 'completed' and (lessons_done <> lessons_total or quiz_passed_at is null or completed_at is null)`,
    ],
    [
      'lessons done are those with a date',
      `enrolment e where lessons_done <> (select count(*) from lesson_progress p where p.enrolment_id = e.id and p.completed_at is not null)`,
    ],
    [
      'the best share is that of an attempt',
      `enrolment e where quiz_best_share is distinct from (select max(score_share) from quiz_attempt a where a.enrolment_id = e.id)`,
    ],
    [
      'a passed quiz has a passed attempt',
      `enrolment e where (quiz_passed_at is not null) <> exists (select 1 from quiz_attempt a where a.enrolment_id = e.id and a.passed)`,
    ],
    [
      'events begin with the enrolment',
      `enrolment e where (select type from enrolment_event v where v.enrolment_id = e.id order by at, id limit 1) <> 'enrolled'`,
    ],
    ['due dates are working days', `enrolment where extract(isodow from due_on) > 5`],
  ])('%s', async (_, exceptions) => {
    expect(await count(exceptions)).toBe(0)
  })

  test('nine in ten things happen on weekdays between seven and four', async () => {
    const all = (await count('enrolment_event')) ?? 0
    const usual = await count(
      `enrolment_event where extract(isodow from at at time zone 'Europe/Warsaw') <= 5 and extract(hour from at at time zone 'Europe/Warsaw') between 7 and 16`,
    )
    expect((usual ?? 0) / all).toBeGreaterThan(0.85)
  })
})

test('the same day gives the same data', async () => {
  const fingerprint = `select md5(string_agg(id::text || state || lessons_done, ',' order by id)) as value from enrolment`
  const [first] = await database.sql.unsafe(fingerprint)
  const again = await createTestDatabase()
  await seedDemo(again.sql, { now })
  const [second] = await again.sql.unsafe(fingerprint)
  await again.close()
  // Ids of course versions are drawn anew; everything else comes from the seed.
  expect(second).toEqual(first)
}, 120_000)

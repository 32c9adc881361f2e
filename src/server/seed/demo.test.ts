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
  await seedDemo(database, { now })
}, 120_000)
afterAll(() => database.close())

test('holds 137 Lublin offices with 1,425 people, and Veszprém with its ten district offices', async () => {
  expect(await count(`unit where is_office and country = 'pl'`)).toBe(137)
  expect(await count(`person p join unit u on u.id = p.unit_id where u.country = 'pl'`)).toBe(1425)
  expect(await count(`unit where kind = 'district-office'`)).toBe(10)
  for (const name of ['Łęczna', 'Opole Lubelskie', 'Krasnystaw'])
    expect(await count(`unit where is_office and short_name = '${name}'`)).toBeGreaterThan(0)
})

test('some take the second course, of their own accord; accounts leave it to who tries the demonstration', async () => {
  const second = `enrolment e join person p on p.id = e.person_id where e.course_id = 'data-protection'`
  expect(await count(second)).toBeGreaterThan(20)
  expect(await count(`${second} and e.state = 'completed'`)).toBeGreaterThan(0)
  expect(await count(`${second} and (e.origin <> 'self' or p.email like '%@demo.%')`)).toBe(0)
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
      'what an enrolment keeps of its lessons is what they say',
      `enrolment e where rpad(lesson_cells, lessons_total, 'o') <> lesson_cells(id, course_version_id)
        or present_seconds <> (select coalesce(sum(p.present_seconds), 0) from lesson_progress p where p.enrolment_id = e.id)`,
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
    [
      'due dates are working days, but for who joins later: sixty days from then',
      `enrolment e join person p on p.id = e.person_id where extract(isodow from e.due_on) > 5 and e.due_on <> p.hired_on + 60`,
    ],
    [
      'nobody is on a course before being hired',
      `enrolment e join person p on p.id = e.person_id where e.enrolled_at::date < p.hired_on`,
    ],
    [
      'what happens to an enrolment happens after it was made and before it ended',
      `enrolment e join enrolment_event v on v.enrolment_id = e.id where v.at < e.enrolled_at or v.at > coalesce(e.ended_at, e.completed_at)`,
    ],
    [
      'the state is what the last event of its kind says',
      `enrolment e where state <> coalesce((select type from enrolment_event v where v.enrolment_id = e.id and type in ('enrolled', 'started', 'completed', 'withdrawn', 'released') order by at desc, id desc limit 1), '')`,
    ],
    [
      'whoever is assigned the course has it, or has done it',
      `assignment a join unit au on au.id = a.unit_id join unit u on u.path <@ au.path join person p on p.unit_id = u.id and p.job_role = a.job_role
        where not exists (select from enrolment e where e.person_id = p.id and e.course_id = a.course_id and e.state in ('enrolled', 'started', 'completed'))`,
    ],
    [
      'open enrolments that an assignment covers say so',
      `assignment a join unit au on au.id = a.unit_id join unit u on u.path <@ au.path join person p on p.unit_id = u.id and p.job_role = a.job_role
        join enrolment e on e.person_id = p.id and e.course_id = a.course_id and e.state in ('enrolled', 'started')
        where e.assignment_id is distinct from a.id`,
    ],
    [
      'members of a group work in its unit, and its trainer is one there',
      `learning_group g join unit gu on gu.id = g.unit_id join group_member m on m.group_id = g.id join person p on p.id = m.person_id join unit u on u.id = p.unit_id
        where not u.path <@ gu.path or not exists (select from role_grant r join unit ru on ru.id = r.unit_id where r.person_id = g.trainer_id and r.role = 'trainer' and gu.path <@ ru.path)`,
    ],
    [
      'groups have fifteen to twenty-five people',
      `(select group_id, count(*) as members from group_member group by 1) g where members not between 15 and 25`,
    ],
    [
      'the open placement is where the person works',
      `person p where (select count(*) from person_placement w where w.person_id = p.id and w.valid_to is null and w.unit_id = p.unit_id) <> 1`,
    ],
    [
      'placements of a person follow each other',
      `person_placement a join person_placement b on a.person_id = b.person_id and a.id <> b.id and daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)`,
    ],
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

test('the same day gives the same data, at any hour', async () => {
  const fingerprint = `select md5(string_agg(id::text || state || lessons_done, ',' order by id)) as value from enrolment`
  const [first] = await database.sql.unsafe(fingerprint)
  const again = await createTestDatabase()
  await seedDemo(again, { now: new Date('2026-11-20T06:30:00Z') })
  const [second] = await again.sql.unsafe(fingerprint)
  await again.close()
  // Ids of course versions are drawn anew; everything else comes from the seed.
  expect(second).toEqual(first)
}, 120_000)

import type postgres from 'postgres'
import { publishCourses, questionKey } from '../../features/catalogue/server/public.ts'
import { hashPassword } from '../../features/identity/server/public.ts'
import { rebuildRollups } from '../../features/reporting/server/public.ts'
import type { Connection } from '../db/connect.ts'
import { civilDateOf } from '../today.ts'
import { addDays } from './calendar.ts'
import { Chance } from './chance.ts'
import type { SeedCourse } from './history.ts'
import { buildPast } from './past.ts'
import { buildPeople, type SeedPeople } from './people.ts'
import { buildTraining } from './training.ts'
import { buildUnits, openedOn, type SeedUnit } from './units.ts'

const seed = 20101115

/**
 * Fills an empty, migrated database with the demonstration region: 137 Lublin offices with 1,425 people,
 * Veszprém county, two years of training. The same day gives the same data. All or nothing.
 */
export async function seedDemo(
  { sql, db }: Pick<Connection, 'sql' | 'db'>,
  { now = new Date() }: { now?: Date } = {},
): Promise<void> {
  // History ends with yesterday: the hour at which the demonstration is loaded changes nothing in it.
  const today = new Date(`${civilDateOf(now, 'Europe/Warsaw')}T00:00:00Z`)
  await publishCourses(sql, addDays(today, -800))
  const course = await readCourse(sql, 'client-service')
  const chance = new Chance(seed)
  const tree = buildUnits(chance)
  const people = buildPeople(tree, today, chance)
  const password = await hashPassword('officina-demo')
  const training = buildTraining(tree, people, course, today, chance)
  const past = buildPast(tree, people.people, today, chance)
  await sql.begin(async (tx) => {
    const units = [...tree.units, ...people.departments]
    await insert(tx, 'unit', units.map(unitRow))
    await insert(tx, 'unit', past.units)
    await insert(tx, 'unit_placement', [
      ...units.map((unit) => placementRow(unit, chance)),
      ...past.placements,
    ])
    await insertPeople(tx, people, password, chance)
    await insert(tx, 'learning_group', training.groups)
    await insert(tx, 'assignment', training.assignments)
    await insert(tx, 'enrolment', training.rows.enrolment)
    await insert(tx, 'enrolment_event', training.rows.enrolment_event)
    await insert(tx, 'lesson_progress', training.rows.lesson_progress)
    await insert(tx, 'quiz_attempt', training.rows.quiz_attempt)
    await insert(tx, 'quiz_answer', training.rows.quiz_answer)
    await insert(tx, 'group_member', training.members)
    await insert(tx, 'note', training.notes)
  })
  await db.transaction((tx) => rebuildRollups(tx))
}

type Row = Record<string, unknown>
const chunk = 4000

/** Rows as JSON in one parameter a chunk: columns by name, types by the table. */
async function insert(tx: postgres.TransactionSql, table: string, rows: Row[]): Promise<void> {
  for (let start = 0; start < rows.length; start += chunk) {
    const part = rows.slice(start, start + chunk)
    const columns = Object.keys(part[0] ?? {})
    await tx`
      insert into ${tx(table)} (${tx(columns)})
      select ${tx(columns)} from jsonb_populate_recordset(null::${tx(table)}, ${JSON.stringify(part)}::text::jsonb)`
  }
}

const unitRow = (unit: SeedUnit): Row => ({
  id: unit.id,
  parent_id: unit.parentId,
  path: unit.path,
  kind: unit.kind,
  municipality_type: unit.municipalityType,
  country: unit.country,
  name: unit.name,
  short_name: unit.shortName,
  code: unit.code,
  is_office: ['county-office', 'municipal-office', 'government-office', 'district-office'].includes(
    unit.kind,
  ),
  opened_on: openedOn,
})

const placementRow = (unit: SeedUnit, chance: Chance): Row => ({
  id: chance.id(new Date(`${openedOn}T08:00:00Z`)),
  unit_id: unit.id,
  parent_id: unit.parentId,
  path: unit.path,
  name: unit.name,
  valid_from: openedOn,
  valid_to: null,
  reason: '',
})

async function insertPeople(
  tx: postgres.TransactionSql,
  { people, grants }: SeedPeople,
  password: string,
  chance: Chance,
) {
  const at = new Date(`${openedOn}T10:00:00Z`)
  await insert(
    tx,
    'person',
    people.map((person) => ({
      id: person.id,
      external_id: person.externalId,
      given_name: person.name.given,
      family_name: person.name.family,
      display_name: person.name.display,
      sort_name: person.name.sort,
      email: person.email,
      email_verified: true,
      language: person.language,
      appearance: {},
      unit_id: person.unit.id,
      job_role: person.jobRole,
      hired_on: person.hiredOn,
      active: true,
      two_factor_enabled: false,
      created_at: at,
      updated_at: at,
    })),
  )
  await insert(
    tx,
    'person_placement',
    people.flatMap((person) => {
      const [, from = openedOn] = [person.hiredOn, openedOn].toSorted()
      const row = {
        person_id: person.id,
        unit_id: person.unit.id,
        valid_from: from,
        valid_to: null,
      }
      const { before } = person
      return before
        ? [
            { ...row, id: chance.id(at), unit_id: before.unitId, valid_to: before.until },
            { ...row, id: chance.id(at), valid_from: before.until },
          ]
        : [{ ...row, id: chance.id(at) }]
    }),
  )
  await insert(
    tx,
    'auth_account',
    people
      .filter(({ hasPassword }) => hasPassword)
      .map((person) => ({
        id: chance.id(at),
        person_id: person.id,
        account_id: person.id,
        provider_id: 'credential',
        password,
        created_at: at,
        updated_at: at,
      })),
  )
  await insert(
    tx,
    'role_grant',
    grants.map(({ personId, role, unitId }) => ({
      id: chance.id(at),
      person_id: personId,
      role,
      unit_id: unitId,
      valid_from: '2024-01-01',
      reason: '',
      created_at: at,
    })),
  )
}

async function readCourse(sql: postgres.Sql, courseId: string): Promise<SeedCourse> {
  const [version] = await sql<
    {
      id: string
      facts: {
        completion: { quizPassMark: number }
        quiz: { maxAttempts: number; questionsDrawn: number }
      }
    }[]
  >`
    select v.id, v.facts from course c join course_version v on v.id = c.current_version_id where c.id = ${courseId}`
  if (!version) throw new Error(`course ${courseId} is not published`)
  const lessons = await sql<{ key: string; minutes: number }[]>`
    select lesson_key as key, minutes from lesson where course_version_id = ${version.id} order by position`
  const questions = await sql<
    { key: string; type: string; shown: { en: { choices: { id: string }[] } }; marking: unknown }[]
  >`
    select q.question_key as key, q.type, q.shown, k.key as marking from question q
    join question_key k using (course_version_id, question_key) where course_version_id = ${version.id} order by q.position`
  return {
    id: courseId,
    versionId: version.id,
    lessons: [...lessons],
    bank: questions.map(({ key, type, shown }) => ({
      key,
      choiceIds: shown.en.choices.map(({ id }) => id),
      avoidOwnOrder: type === 'order',
    })),
    keys: new Map(questions.map(({ key, marking }) => [key, questionKey.parse(marking)])),
    passMark: version.facts.completion.quizPassMark,
    maxAttempts: version.facts.quiz.maxAttempts,
    questionsDrawn: version.facts.quiz.questionsDrawn,
  }
}

import { publishing } from '../../features/catalogue/server/public.ts'
import { hashPassword } from '../../features/identity/server/public.ts'
import { rebuildRollups } from '../../features/reporting/server/public.ts'
import type { Connection } from '../db/connect.ts'
import { civilDateOf } from '../today.ts'
import { addDays } from './calendar.ts'
import { Chance } from './chance.ts'
import { copyRows } from './copy-rows.ts'
import { readCourse } from './course.ts'
import { buildPast } from './past.ts'
import { buildPeople } from './people.ts'
import { copyPeople } from './people-rows.ts'
import { addSelfStudy } from './self-study.ts'
import { buildTraining } from './training.ts'
import { placementRow, unitRow } from './unit-rows.ts'
import { buildUnits } from './units.ts'

const seed = 20101115
const timeZone = 'Europe/Warsaw'

/**
 * Fills an empty, migrated database with the demonstration region: 137 Lublin offices with 1,425 people,
 * Veszprém county, two years of training. The same day gives the same data. All or nothing.
 */
export async function seedDemo(
  { sql, db }: Pick<Connection, 'sql' | 'db'>,
  { now = new Date() }: { now?: Date } = {},
): Promise<void> {
  // History ends with yesterday: the hour at which the demonstration is loaded changes nothing in it.
  const today = new Date(`${civilDateOf(now, timeZone)}T00:00:00Z`)
  const { publishCourses } = await publishing()
  await publishCourses(sql, addDays(today, -800))
  const course = await readCourse(sql, 'client-service')
  const chosen = await readCourse(sql, 'data-protection')
  const chance = new Chance(seed)
  const tree = buildUnits(chance)
  const people = buildPeople(tree, today, chance)
  const password = await hashPassword('officina-demo')
  const training = buildTraining(tree, people, course, today, chance)
  const past = buildPast(tree, people.people, today, chance)
  addSelfStudy(training.rows, people, chosen, today, chance)
  await sql.begin(async (tx) => {
    const units = [...tree.units, ...people.departments]
    await copyRows(tx, 'unit', units.map(unitRow))
    await copyRows(tx, 'unit', past.units)
    await copyRows(tx, 'unit_placement', [
      ...units.map((unit) => placementRow(unit, chance)),
      ...past.placements,
    ])
    await copyPeople(tx, people, password, chance)
    await copyRows(tx, 'learning_group', training.groups)
    await copyRows(tx, 'assignment', training.assignments)
    await copyRows(tx, 'enrolment', training.rows.enrolment)
    await copyRows(tx, 'enrolment_event', training.rows.enrolment_event)
    await copyRows(tx, 'lesson_progress', training.rows.lesson_progress)
    await copyRows(tx, 'quiz_attempt', training.rows.quiz_attempt)
    await copyRows(tx, 'quiz_answer', training.rows.quiz_answer)
    await copyRows(tx, 'group_member', training.members)
    await copyRows(tx, 'note', training.notes)
  })
  await db.transaction((tx) => rebuildRollups(tx, timeZone))
}

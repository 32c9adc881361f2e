import { hashPassword } from '../../../features/identity/server/public.ts'
import { rebuildRollups } from '../../../features/reporting/server/public.ts'
import type { Connection } from '../../db/connect.ts'
import { civilDateOf } from '../../today.ts'
import { bulkLoad } from '../bulk-load.ts'
import { addDays } from '../calendar.ts'
import { Chance } from '../chance.ts'
import { copyRows } from '../copy-rows.ts'
import { copyPeople } from '../people-rows.ts'
import { placementRow, unitRow } from '../unit-rows.ts'
import { publishNationalCourses } from './courses.ts'
import { buildNationalPeople } from './people.ts'
import {
  addGroup,
  buildCountyTraining,
  type CountyTraining,
  noTraining,
  type Scene,
} from './training.ts'
import { buildNationalTree, unitsOf } from './tree.ts'

const seed = 20160401
const widestGroup = 400

/** Those that grow with people. */
export const bigTables = [
  'person',
  'person_placement',
  'enrolment',
  'enrolment_event',
  'lesson_progress',
  'quiz_attempt',
  'quiz_answer',
  'group_member',
]

/** Tests do with fewer officials. */
export type NationalOptions = { now?: Date; officials?: number }

/**
 * Fills an empty, migrated database with a country: 20 county government offices, 197 district offices,
 * 23,000 officials, 20 courses, three enrolments a person over two years. The same day gives the same data.
 */
export async function seedNational(
  { sql, db }: Pick<Connection, 'sql' | 'db'>,
  { now = new Date(), officials = 23_000 }: NationalOptions = {},
): Promise<void> {
  const today = new Date(`${civilDateOf(now, 'Europe/Budapest')}T00:00:00Z`)
  const chance = new Chance(seed)
  const courses = await publishNationalCourses(sql, addDays(today, -800), chance)
  const tree = buildNationalTree(chance)
  const { counties, accounts, grants } = buildNationalPeople(tree, officials, today, chance)
  const people = counties.flatMap((county) => county.people)
  const password = await hashPassword('officina-demo')
  const scene = sceneOf(courses, people, accounts, today, chance)
  await sql.begin(async (tx) => {
    const units = unitsOf(tree)
    await copyRows(tx, 'unit', units.map(unitRow))
    await copyRows(
      tx,
      'unit_placement',
      units.map((unit) => placementRow(unit, chance)),
    )
    await bulkLoad(tx, bigTables, async () => {
      await copyPeople(tx, { people, grants }, password, chance)
      // County by county: the rows of all of them at once would fill the memory.
      for (const county of counties) await copyTraining(tx, buildCountyTraining(county, scene))
      await copyTraining(tx, widestGroupOf(scene, accounts, tree.country.id))
    })
  })
  await db.transaction((tx) => rebuildRollups(tx, 'Europe/Budapest'))
  await sql`analyze`
}

type Accounts = ReturnType<typeof buildNationalPeople>['accounts']

function accountOf(accounts: Accounts, name: string) {
  const found = accounts.get(name)
  if (!found) throw new Error(`the account ${name} is missing`)
  return found
}

function sceneOf(
  courses: Scene['courses'],
  people: readonly Parameters<typeof addGroup>[5][number][],
  accounts: Accounts,
  now: Date,
  chance: Chance,
): Scene {
  const [longest] = courses.toSorted((one, other) => other.lessons.length - one.lessons.length)
  if (!longest) throw new Error('there are no courses')
  const others = people.filter(({ hasPassword }) => !hasPassword)
  const wide = new Set(chance.shuffled(others).slice(0, widestGroup))
  const officer = accountOf(accounts, 'officer')
  return { courses, officer, wide: { course: longest, people: wide }, now, chance }
}

/** Led by the demonstration's trainer: the widest matrix there is. */
function widestGroupOf(scene: Scene, accounts: Accounts, unitId: string): CountyTraining {
  const training = noTraining()
  const { course, people } = scene.wide
  addGroup(training, scene, course, accountOf(accounts, 'trainer'), unitId, [...people], 10)
  return training
}

async function copyTraining(
  tx: Parameters<typeof copyRows>[0],
  { groups, assignments, members, rows }: CountyTraining,
) {
  await copyRows(tx, 'learning_group', groups)
  await copyRows(tx, 'assignment', assignments)
  for (const [table, own] of Object.entries(rows)) await copyRows(tx, table, own)
  await copyRows(tx, 'group_member', members)
}

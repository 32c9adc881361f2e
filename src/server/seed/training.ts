import { addDays, civil, inOfficeHours, schoolDay } from './calendar.ts'
import type { Chance } from './chance.ts'
import { clerkCourse } from './clerk-course.ts'
import {
  type Assignment,
  assignedRole,
  joinGroup,
  makeGroup,
  type SeedTraining,
  type World,
} from './groups.ts'
import { addHistory, dueAfter, noRows, type SeedCourse } from './history.ts'
import type { SeedPeople, SeedPerson } from './people.ts'
import { assignmentPlan, selfPlan } from './plans.ts'
import type { SeedTree } from './units.ts'

const weeksOfHistory = 104
/** Two years of groups county by county, one assignment a country that is running, and people who enrolled themselves. */
export function buildTraining(
  tree: SeedTree,
  people: SeedPeople,
  course: SeedCourse,
  now: Date,
  chance: Chance,
): SeedTraining {
  const training: SeedTraining = {
    rows: noRows(),
    groups: [],
    members: [],
    assignments: [],
    notes: [],
  }
  const account = (name: string) => {
    const found = people.accounts.get(name)
    if (!found) throw new Error(`the demonstration account ${name} is missing`)
    return found
  }
  const at = inOfficeHours(addDays(now, -68), chance)
  const assign = (unitId: string, officer: SeedPerson): Assignment => {
    const assignment = { id: chance.id(at), at, dueOn: dueAfter(now, 19), officer }
    training.assignments.push(assignmentRow(assignment, course, unitId))
    return assignment
  }
  const byCountry = {
    pl: assign(tree.region.id, account('officer')),
    hu: assign(tree.country.id, account('officer.hu')),
  }
  const world = { training, course, now, chance }

  const clerk = account('clerk')
  const places = Map.groupBy(
    people.people.filter(({ hasPassword }) => !hasPassword),
    ({ office }) => office.parentId,
  )
  const neighbours = chance.shuffled(places.get(clerk.office.parentId) ?? [])
  places.set(clerk.office.parentId, neighbours.slice(22))
  const running = makeGroup(
    world,
    account('trainer'),
    clerk,
    addDays(now, -30),
    addDays(now, 5),
    'Stanowiska obsługi klienta',
  )
  for (const person of neighbours.slice(0, 22))
    joinGroup(world, person, running, byCountry.pl, (plan) => ({ ...plan, pace: plan.pace + 2 }))
  clerkCourse(world, clerk, running, byCountry.pl)

  const begun = {
    ...assignmentPlan(account('clerk.hu'), byCountry.hu, chance),
    ...{ beginsAt: addDays(now, -12), lessonsWanted: 2, takesQuiz: false, pace: 2 },
  }
  addHistory(training.rows, begun, course, now, chance)

  for (const all of places.values()) {
    const { country } = all[0]?.office ?? { country: 'pl' as const }
    const assignment = byCountry[country]
    const settled = chance.shuffled(all.filter(({ isNew }) => !isNew))
    const called = Math.round(settled.length * 0.72)
    const { groups, alone } = evenGroups(settled.slice(0, called))
    for (const members of groups) {
      const [first] = members
      if (!first) continue
      const startsOn = schoolDay(addDays(now, -7 * weeksAgo(chance)), chance)
      const trainer = chance.pick(people.trainers[country])
      const group = makeGroup(world, trainer, first, startsOn, addDays(startsOn, 60))
      for (const person of members) joinGroup(world, person, group, assignment)
    }
    const uncalled = [...settled.slice(called), ...all.filter(({ isNew }) => isNew)]
    for (const person of [...alone, ...uncalled]) goAlone(world, person, assignment)
  }
  return training
}

/** Somebody whom no trainer called: assigned, curious by herself, or not on the course at all. */
function goAlone(
  { training, course, now, chance }: World,
  person: SeedPerson,
  assignment: Assignment,
) {
  const hired = new Date(`${person.hiredOn}T00:00:00Z`)
  const isAssigned = person.jobRole === assignedRole
  if (isAssigned && hired <= assignment.at) {
    addHistory(training.rows, assignmentPlan(person, assignment, chance), course, now, chance)
    return
  }
  if (isAssigned) {
    // Who joins later has sixty days from that day.
    const joined = inOfficeHours(hired, chance)
    const own = { ...assignment, at: joined, dueOn: civil(addDays(hired, 60)) }
    addHistory(
      training.rows,
      { ...assignmentPlan(person, own, chance), actorId: null },
      course,
      now,
      chance,
    )
    return
  }
  const from = Math.max(hired.getTime(), addDays(now, -7 * weeksOfHistory).getTime())
  const days = Math.floor((now.getTime() - from) / 86_400_000)
  const startsOn = addDays(new Date(from), chance.between(0, days))
  if (chance.happens(0.35) || days < 10 || startsOn >= addDays(now, -6)) return
  addHistory(training.rows, selfPlan(person, startsOn, chance), course, now, chance)
}

const assignmentRow = (
  { id, at, dueOn, officer }: Assignment,
  course: SeedCourse,
  unitId: string,
) => ({
  id,
  course_id: course.id,
  unit_id: unitId,
  job_role: assignedRole,
  due_on: dueOn,
  due_days_after_joining: 60,
  created_by: officer.id,
  created_at: at,
})

/** One group in five is running or just ended; the others are spread over the two years. */
const weeksAgo = (chance: Chance): number =>
  chance.happens(0.2) ? chance.between(2, 10) : chance.between(11, weeksOfHistory)

/** Groups of fifteen to twenty-five; who does not fit into them goes alone. */
function evenGroups(people: readonly SeedPerson[]): {
  groups: SeedPerson[][]
  alone: readonly SeedPerson[]
} {
  const count = people.length < 15 ? 0 : Math.max(1, Math.round(people.length / 20))
  const placed = Math.min(people.length, count * 25)
  const start = (nth: number) => Math.floor((nth * placed) / count)
  const groups = Array.from({ length: count }, (_, nth) => people.slice(start(nth), start(nth + 1)))
  return { groups, alone: people.slice(placed) }
}

import { addDays, civil, inOfficeHours, schoolDay, workingDay } from './calendar.ts'
import type { Chance } from './chance.ts'
import { clerkCourse } from './clerk-course.ts'
import {
  addHistory,
  dueAfter,
  type HistoryRows,
  noRows,
  type Plan,
  type SeedCourse,
} from './history.ts'
import type { SeedPeople, SeedPerson } from './people.ts'
import { assignmentPlan, groupPlan, selfPlan } from './plans.ts'
import type { SeedTree } from './units.ts'

type Row = Record<string, unknown>
export type SeedTraining = {
  rows: HistoryRows
  groups: Row[]
  members: Row[]
  assignments: Row[]
  notes: Row[]
}
export type Group = { id: string; trainer: SeedPerson; startsOn: Date; dueOn: string }
export type Assignment = { id: string; at: Date; dueOn: string; officer: SeedPerson }

const weeksOfHistory = 104
/** Who must take the course by the assignment that is running. */
const assignedRole = 'one-stop-shop-clerk'

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
  const running = makeGroup(world, account('trainer'), clerk, addDays(now, -30), addDays(now, 5))
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
    const inGroups = settled.slice(0, Math.round(settled.length * 0.72))
    for (const members of evenGroups(inGroups)) {
      const [first] = members
      if (!first) continue
      const startsOn = schoolDay(addDays(now, -7 * weeksAgo(chance)), chance)
      const trainer = chance.pick(people.trainers[country])
      const group = makeGroup(world, trainer, first, startsOn, addDays(startsOn, 60))
      for (const person of members) joinGroup(world, person, group, assignment)
    }
    for (const person of [...settled.slice(inGroups.length), ...all.filter(({ isNew }) => isNew)])
      goAlone(world, person, assignment)
  }
  return training
}

export type World = { training: SeedTraining; course: SeedCourse; now: Date; chance: Chance }

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
  if (chance.happens(0.35) || days < 10 || startsOn >= addDays(now, -2)) return
  addHistory(training.rows, selfPlan(person, startsOn, chance), course, now, chance)
}

/** Puts a person into a group; who is assigned the course already joins with that enrolment. */
function joinGroup(
  { training, course, now, chance }: World,
  person: SeedPerson,
  group: Group,
  assignment: Assignment,
  change: (plan: Plan) => Plan = (plan) => plan,
) {
  const called = change(groupPlan(person, group, chance))
  const isAssigned = person.jobRole === assignedRole
  const plan = isAssigned
    ? withAssignment(called, group, assignment)
    : { ...called, release: lateRelease(group, now, chance) }
  const enrolmentId = addHistory(training.rows, plan, course, now, chance)
  training.members.push({
    group_id: group.id,
    person_id: person.id,
    enrolment_id: enrolmentId,
    joined_at: called.enrolledAt,
  })
}

/** Group first: the assignment makes it due sooner or later. Assignment first: the trainer sets the group's day. */
export function withAssignment(called: Plan, group: Group, assignment: Assignment): Plan {
  const common = { release: null }
  if (called.enrolledAt < assignment.at) {
    const [dueOn = group.dueOn] = [group.dueOn, assignment.dueOn].toSorted()
    const newDue = {
      at: assignment.at,
      actorId: assignment.officer.id,
      dueOn,
      assignmentId: assignment.id,
    }
    return { ...called, ...common, newDue }
  }
  return {
    ...called,
    ...common,
    enrolledAt: assignment.at,
    origin: 'assignment',
    actorId: assignment.officer.id,
    assignmentId: assignment.id,
    groupId: null,
    dueOn: assignment.dueOn,
    beginsAt: called.enrolledAt,
    newDue: {
      at: called.enrolledAt,
      actorId: group.trainer.id,
      dueOn: group.dueOn,
      assignmentId: null,
    },
  }
}

/** Of an old group most who never finished were let go some weeks after it was due. */
function lateRelease(group: Group, now: Date, chance: Chance): Plan['release'] {
  const at = inOfficeHours(addDays(new Date(group.dueOn), chance.between(30, 75)), chance)
  if (at >= now || chance.happens(0.25)) return null
  const reasons = ['Zmiana stanowiska', 'Długa nieobecność', 'Udział w kolejnej grupie']
  const hungarian = ['Munkakörváltás', 'Tartós távollét', 'A következő csoportban folytatja']
  const reason = chance.pick(group.trainer.office.country === 'pl' ? reasons : hungarian)
  return { at, actorId: group.trainer.id, reason }
}

function makeGroup(
  { training, course, now, chance }: World,
  trainer: SeedPerson,
  near: SeedPerson,
  starts: Date,
  due: Date,
): Group {
  const { country } = near.office
  const startsOn = workingDay(starts)
  const group = { id: chance.id(startsOn), trainer, startsOn, dueOn: civil(workingDay(due)) }
  const closesAt = inOfficeHours(addDays(due, 80), chance)
  const month = new Intl.DateTimeFormat(country, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  training.groups.push({
    id: group.id,
    // The county, or what stands above offices without one.
    unit_id: near.office.parentId,
    name: `${country === 'pl' ? 'Obsługa klienta' : 'Ügyfélszolgálat'}, ${month.format(startsOn)}`,
    course_id: course.id,
    trainer_id: trainer.id,
    starts_on: civil(startsOn),
    due_on: group.dueOn,
    created_at: inOfficeHours(addDays(startsOn, -6), chance),
    closed_at: closesAt < now ? closesAt : null,
  })
  return group
}

const assignmentRow = (
  { id, at, dueOn, officer }: Assignment,
  course: SeedCourse,
  unitId: string,
): Row => ({
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

/** Groups of about twenty, fifteen to twenty-five where the place has so many. */
function evenGroups(people: readonly SeedPerson[]): SeedPerson[][] {
  const count = Math.max(1, Math.round(people.length / 20))
  const size = Math.ceil(people.length / count)
  return Array.from({ length: count }, (_, nth) => people.slice(nth * size, (nth + 1) * size))
}

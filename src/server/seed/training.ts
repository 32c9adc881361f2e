import { addDays, civil, inOfficeHours, workingDay } from './calendar.ts'
import type { Chance } from './chance.ts'
import {
  addHistory,
  dueAfter,
  type HistoryRows,
  noRows,
  type Plan,
  progressRow,
  type SeedCourse,
} from './history.ts'
import type { SeedPeople, SeedPerson } from './people.ts'
import type { SeedTree } from './units.ts'

type Row = Record<string, unknown>
export type SeedTraining = { rows: HistoryRows; groups: Row[]; members: Row[]; assignments: Row[] }

const groupSize = 20
const weeksOfHistory = 104

/** Two years of groups, one assignment that is running, and people who enrolled themselves. */
export function buildTraining(
  tree: SeedTree,
  people: SeedPeople,
  course: SeedCourse,
  now: Date,
  chance: Chance,
): SeedTraining {
  const training: SeedTraining = { rows: noRows(), groups: [], members: [], assignments: [] }
  const [trainer, officer, clerk, hungarianClerk] = ['trainer', 'officer', 'clerk', 'clerk.hu'].map(
    (name) => accountOf(people, name),
  )
  if (!trainer || !officer || !clerk || !hungarianClerk)
    throw new Error('demonstration accounts are missing')

  const assignmentAt = inOfficeHours(addDays(now, -68), chance)
  const assignmentDue = dueAfter(now, 19)
  const assignmentIds = [tree.region, tree.country].map((unit) => {
    const id = chance.id(assignmentAt)
    const row = {
      id,
      course_id: course.id,
      unit_id: unit.id,
      job_role: 'one-stop-shop-clerk',
      due_on: assignmentDue,
    }
    training.assignments.push({
      ...row,
      due_days_after_joining: 60,
      created_by: officer.id,
      created_at: assignmentAt,
    })
    return id
  })

  const autumn = makeGroup(
    training,
    course,
    trainer,
    clerk,
    'Stanowiska obsługi, jesień',
    addDays(now, -40),
    addDays(now, 5),
    chance,
  )
  const colleagues = people.people.filter(
    (person) =>
      person !== clerk && person.office.parentId === clerk.office.parentId && !person.hasPassword,
  )
  const autumnMembers = colleagues.slice(0, 22)
  for (const person of autumnMembers) {
    const plan = groupPlan(
      person,
      trainer,
      autumn,
      addDays(now, -chance.between(36, 40)),
      dueAfter(now, 5),
      chance,
    )
    join(
      training,
      addHistory(training.rows, plan, course, now, chance).id,
      person,
      autumn,
      plan.enrolledAt,
    )
  }
  join(
    training,
    clerkHistory(training, clerk, trainer, autumn, course, now, chance),
    clerk,
    autumn,
    addDays(now, -38),
  )
  addHistory(
    training.rows,
    {
      ...selfPlan(hungarianClerk, addDays(now, -12), chance),
      lessonsWanted: 2,
      takesQuiz: false,
      withdraws: false,
    },
    course,
    now,
    chance,
  )

  const taken = new Set([...autumnMembers, clerk, hungarianClerk].map(({ id }) => id))
  const others = people.people.filter((person) => !taken.has(person.id) && !person.hasPassword)
  for (const cohort of cohorts(others, chance)) {
    const startsOn = workingDay(addDays(now, -chance.between(8, weeksOfHistory) * 7))
    const [first] = cohort
    if (!first) continue
    const name = `${first.office.country === 'pl' ? 'Obsługa klienta' : 'Ügyfélszolgálat'}, ${civil(startsOn).slice(0, 7)}`
    const due = addDays(startsOn, 60)
    const group = makeGroup(training, course, trainer, first, name, startsOn, due, chance)
    for (const person of cohort) {
      const share = chance.share()
      if (share < 0.1) continue
      const plan =
        share < 0.62
          ? groupPlan(person, trainer, group, startsOn, dueAfter(startsOn, 60), chance)
          : share < 0.8 && person.jobRole === 'one-stop-shop-clerk'
            ? assignmentPlan(
                person,
                officer,
                assignmentIds[person.office.country === 'pl' ? 0 : 1] ?? '',
                assignmentAt,
                assignmentDue,
                chance,
              )
            : selfPlan(person, addDays(startsOn, chance.between(0, 30)), chance)
      if (plan.enrolledAt >= now) continue
      const { id } = addHistory(training.rows, plan, course, now, chance)
      if (plan.groupId) join(training, id, person, group, plan.enrolledAt)
    }
  }
  return training
}

const accountOf = (people: SeedPeople, name: string): SeedPerson | undefined =>
  people.accounts.get(name)

type Group = { id: string; row: Row }

function makeGroup(
  training: SeedTraining,
  course: SeedCourse,
  trainer: SeedPerson,
  near: SeedPerson,
  name: string,
  starts: Date,
  due: Date,
  chance: Chance,
): Group {
  const id = chance.id(starts)
  const row = {
    id,
    // The county of the first member, or what stands above an office without one.
    unit_id: near.office.parentId,
    name,
    course_id: course.id,
    trainer_id: trainer.id,
    starts_on: civil(starts),
    due_on: civil(workingDay(due)),
    created_at: starts,
  }
  training.groups.push(row)
  return { id, row }
}

const join = (
  training: SeedTraining,
  enrolmentId: string,
  person: SeedPerson,
  group: Group,
  at: Date,
) =>
  training.members.push({
    group_id: group.id,
    person_id: person.id,
    enrolment_id: enrolmentId,
    joined_at: at,
  })

/** Offices stay together; a group is about twenty people of neighbouring offices of one country. */
function cohorts(people: readonly SeedPerson[], chance: Chance): SeedPerson[][] {
  const groups: SeedPerson[][] = []
  let current: SeedPerson[] = []
  for (const person of people) {
    const isNewPlace = current[0] && current[0].office.parentId !== person.office.parentId
    if (
      current.length >= groupSize + chance.between(-4, 4) ||
      (isNewPlace && current.length >= 12) ||
      (current[0] && current[0].office.country !== person.office.country)
    ) {
      groups.push(current)
      current = []
    }
    current.push(person)
  }
  groups.push(current)
  return groups
}

type Person = Pick<Plan, 'lessonsWanted' | 'takesQuiz' | 'withdraws' | 'pace' | 'skill'>

/** Most finish, some are slow, some stop in the middle, a few never begin. */
function temperament(chance: Chance): Person {
  const share = chance.share()
  const base = {
    takesQuiz: true,
    withdraws: false,
    pace: chance.between(1, 4),
    skill: 0.72 + chance.share() * 0.26,
    lessonsWanted: 99,
  }
  if (share < 0.68) return base
  if (share < 0.8) return { ...base, pace: chance.between(7, 12) }
  if (share < 0.92)
    return { ...base, lessonsWanted: chance.between(1, 6), takesQuiz: false, withdraws: false }
  return share < 0.97
    ? { ...base, lessonsWanted: 0, takesQuiz: false }
    : { ...base, lessonsWanted: chance.between(0, 3), takesQuiz: false, withdraws: true }
}

const none = { actorId: null, assignmentId: null, groupId: null, required: false, dueOn: null }

function groupPlan(
  person: SeedPerson,
  trainer: SeedPerson,
  group: Group,
  at: Date,
  dueOn: string,
  chance: Chance,
): Plan {
  const temper = { ...temperament(chance), withdraws: false }
  return {
    ...none,
    ...temper,
    personId: person.id,
    enrolledAt: inOfficeHours(at, chance),
    origin: 'trainer',
    actorId: trainer.id,
    groupId: group.id,
    required: true,
    dueOn,
  }
}

function assignmentPlan(
  person: SeedPerson,
  officer: SeedPerson,
  assignmentId: string,
  at: Date,
  dueOn: string,
  chance: Chance,
): Plan {
  const temper = { ...temperament(chance), withdraws: false }
  return {
    ...none,
    ...temper,
    personId: person.id,
    enrolledAt: at,
    origin: 'assignment',
    actorId: officer.id,
    assignmentId,
    required: true,
    dueOn,
  }
}

const selfPlan = (person: SeedPerson, at: Date, chance: Chance): Plan => ({
  ...none,
  ...temperament(chance),
  personId: person.id,
  enrolledAt: inOfficeHours(at, chance),
  origin: 'self',
})

/** The clerk of the demonstration: three lessons done, in the middle of the fourth, due this week. */
function clerkHistory(
  training: SeedTraining,
  clerk: SeedPerson,
  trainer: SeedPerson,
  group: Group,
  course: SeedCourse,
  now: Date,
  chance: Chance,
): string {
  const plan = {
    ...groupPlan(clerk, trainer, group, addDays(now, -38), dueAfter(now, 5), chance),
    lessonsWanted: 3,
    takesQuiz: false,
    pace: 3,
  }
  const { id } = addHistory(training.rows, plan, course, now, chance)
  const fourth = course.lessons[3]
  const row = training.rows.enrolment.find((each) => each.id === id)
  if (!fourth || !row) throw new Error('the demonstration course has four lessons at least')
  const opened = inOfficeHours(addDays(now, -4), chance)
  const at = {
    at: opened.toISOString(),
    saveId: chance.id(opened),
    block: 5,
    share: 0.4,
    read: 0.35,
  }
  training.rows.lesson_progress.push({
    ...progressRow(id, fourth.key, opened, null, 190),
    position: at,
  })
  Object.assign(row, { last_lesson_key: fourth.key, last_position: at, last_seen_at: opened })
  return id
}

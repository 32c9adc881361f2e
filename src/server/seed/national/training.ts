import { addDays, civil, inOfficeHours, schoolDay, workingDay } from '../calendar.ts'
import type { Chance } from '../chance.ts'
import type { Row } from '../copy-rows.ts'
import { assignedRole } from '../groups.ts'
import { addHistory, dueAfter, type HistoryRows, noRows, type SeedCourse } from '../history.ts'
import type { SeedPerson } from '../people.ts'
import { assignmentPlan, groupPlan, selfPlan } from '../plans.ts'
import type { CountyPeople } from './people.ts'

export type CountyTraining = {
  groups: Row[]
  assignments: Row[]
  members: Row[]
  rows: HistoryRows
}
export type Scene = {
  courses: SeedCourse[]
  officer: SeedPerson
  /** Who takes the longest course in the one group of 400; nobody else in that group's place. */
  wide: { course: SeedCourse; people: ReadonlySet<SeedPerson> }
  now: Date
  chance: Chance
}

const weeksOfHistory = 104
const enrolmentsPerPerson = 3

/**
 * Two years of one county: an assignment to the counter clerks on one course, and for each course groups of
 * 20 to 400 with three in five of those who take it; the others came by themselves.
 */
export function buildCountyTraining(
  { county, people, trainers }: CountyPeople,
  scene: Scene,
): CountyTraining {
  const { courses, officer, wide, now, chance } = scene
  const training = noTraining()
  const assigned = chance.pick(courses.filter((course) => course !== wide.course))
  const at = inOfficeHours(addDays(now, -chance.between(30, 200)), chance)
  const assignment = { id: chance.id(at), at, dueOn: dueAfter(at, 60), officer }
  training.assignments.push({
    id: assignment.id,
    course_id: assigned.id,
    unit_id: county.office.id,
    job_role: assignedRole,
    due_on: assignment.dueOn,
    due_days_after_joining: 60,
    created_by: officer.id,
    created_at: at,
  })

  const takers = new Map<SeedCourse, SeedPerson[]>()
  for (const person of people) {
    const isAssigned = person.jobRole === assignedRole
    if (isAssigned)
      addHistory(training.rows, assignmentPlan(person, assignment, chance), assigned, now, chance)
    const isWide = wide.people.has(person)
    const taken = [...(isAssigned ? [assigned] : []), ...(isWide ? [wide.course] : [])]
    const others = chance.shuffled(
      courses.filter((course) => course !== assigned && !taken.includes(course)),
    )
    for (const course of others.slice(0, enrolmentsPerPerson - taken.length))
      takers.set(course, [...(takers.get(course) ?? []), person])
  }
  for (const [course, persons] of takers) {
    const inGroups = Math.round(persons.length * 0.6)
    for (let start = 0; start < inGroups; ) {
      const left = inGroups - start
      const size = left < 40 ? left : Math.min(left, 20 + chance.skewed(0, 380))
      const members = persons.slice(start, start + size)
      addGroup(training, scene, course, chance.pick(trainers), county.office.id, members)
      start += size
    }
    for (const person of persons.slice(inGroups)) {
      const day = addDays(now, -chance.between(7, 7 * weeksOfHistory))
      addHistory(training.rows, selfPlan(person, day, chance), course, now, chance)
    }
  }
  return training
}

export const noTraining = (): CountyTraining => ({
  groups: [],
  assignments: [],
  members: [],
  rows: noRows(),
})

/** One group with everything its members did. */
export function addGroup(
  training: CountyTraining,
  { now, chance }: Pick<Scene, 'now' | 'chance'>,
  course: SeedCourse,
  trainer: SeedPerson,
  unitId: string,
  people: readonly SeedPerson[],
  weeksAgo = chance.between(2, weeksOfHistory),
) {
  const startsOn = workingDay(schoolDay(addDays(now, -7 * weeksAgo), chance))
  const dueOn = civil(workingDay(addDays(startsOn, 60)))
  const group = { id: chance.id(startsOn), trainer, startsOn, dueOn }
  const closesAt = inOfficeHours(addDays(startsOn, 140), chance)
  const month = new Intl.DateTimeFormat('hu', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  training.groups.push({
    id: group.id,
    unit_id: unitId,
    name: `${course.id}, ${month.format(startsOn)}`,
    course_id: course.id,
    trainer_id: trainer.id,
    starts_on: civil(startsOn),
    due_on: dueOn,
    created_at: inOfficeHours(addDays(startsOn, -6), chance),
    closed_at: closesAt < now ? closesAt : null,
  })
  for (const person of people) {
    const plan = groupPlan(person, group, chance)
    const enrolmentId = addHistory(training.rows, plan, course, now, chance)
    training.members.push({
      group_id: group.id,
      person_id: person.id,
      enrolment_id: enrolmentId,
      joined_at: plan.enrolledAt,
    })
  }
}

import { addDays, civil, inOfficeHours, workingDay } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { Row } from './copy-rows.ts'
import { addHistory, type HistoryRows, type Plan, type SeedCourse } from './history.ts'
import type { SeedPerson } from './people.ts'
import { groupPlan } from './plans.ts'

export type SeedTraining = {
  rows: HistoryRows
  groups: Row[]
  members: Row[]
  assignments: Row[]
  notes: Row[]
}
export type Group = { id: string; trainer: SeedPerson; startsOn: Date; dueOn: string }
export type Assignment = { id: string; at: Date; dueOn: string; officer: SeedPerson }

export type World = { training: SeedTraining; course: SeedCourse; now: Date; chance: Chance }

/** Who must take the course by the assignment that is running. */
export const assignedRole = 'one-stop-shop-clerk'

/** Puts a person into a group; who is assigned the course already joins with that enrolment. */
export function joinGroup(
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

export function makeGroup(
  { training, course, now, chance }: World,
  trainer: SeedPerson,
  near: SeedPerson,
  starts: Date,
  due: Date,
  ownName?: string,
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
    name:
      ownName ??
      `${country === 'pl' ? 'Obsługa klienta' : 'Ügyfélszolgálat'}, ${month.format(startsOn)}`,
    course_id: course.id,
    trainer_id: trainer.id,
    starts_on: civil(startsOn),
    due_on: group.dueOn,
    created_at: inOfficeHours(addDays(startsOn, -6), chance),
    closed_at: closesAt < now ? closesAt : null,
  })
  return group
}

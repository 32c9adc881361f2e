import { addDays, inOfficeHours } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { Plan } from './history.ts'
import type { SeedPerson } from './people.ts'

type Temper = Pick<Plan, 'lessonsWanted' | 'takesQuiz' | 'withdraws' | 'pace' | 'skill'>

/** Most finish, some are slow, some stop in the middle, a few never begin. */
function temperament(chance: Chance): Temper {
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
  if (share < 0.92) return { ...base, lessonsWanted: chance.between(1, 6), takesQuiz: false }
  return share < 0.97
    ? { ...base, lessonsWanted: 0, takesQuiz: false }
    : { ...base, lessonsWanted: chance.between(0, 3), takesQuiz: false, withdraws: true }
}

const none = {
  actorId: null,
  assignmentId: null,
  groupId: null,
  required: false,
  dueOn: null,
  beginsAt: null,
  release: null,
  newDue: null,
}

/** What the trainer puts people on must be done: nobody withdraws from it. */
export const groupPlan = (
  person: SeedPerson,
  group: { id: string; trainer: SeedPerson; startsOn: Date; dueOn: string },
  chance: Chance,
): Plan => ({
  ...none,
  ...temperament(chance),
  withdraws: false,
  personId: person.id,
  enrolledAt: inOfficeHours(group.startsOn, chance),
  origin: 'trainer',
  actorId: group.trainer.id,
  groupId: group.id,
  required: true,
  dueOn: group.dueOn,
})

export const assignmentPlan = (
  person: SeedPerson,
  assignment: { id: string; at: Date; dueOn: string; officer: SeedPerson },
  chance: Chance,
): Plan => ({
  ...none,
  ...temperament(chance),
  withdraws: false,
  personId: person.id,
  enrolledAt: assignment.at,
  origin: 'assignment',
  actorId: assignment.officer.id,
  assignmentId: assignment.id,
  required: true,
  dueOn: assignment.dueOn,
  // Nobody opens the first lesson in the minute the assignment is made.
  beginsAt: addDays(assignment.at, chance.skewed(1, 40)),
})

export const selfPlan = (person: SeedPerson, at: Date, chance: Chance): Plan => ({
  ...none,
  ...temperament(chance),
  personId: person.id,
  enrolledAt: inOfficeHours(at, chance),
  origin: 'self',
})

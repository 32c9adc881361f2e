import { addDays } from './calendar.ts'
import type { Chance } from './chance.ts'
import { addHistory, type HistoryRows, type SeedCourse } from './history.ts'
import type { SeedPeople } from './people.ts'
import { selfPlan } from './plans.ts'

const share = 0.04
const daysOffered = 300

/** A course nobody is put on: one in twenty-five enrolled in it of her own accord in the last ten months. */
export function addSelfStudy(
  rows: HistoryRows,
  people: SeedPeople,
  course: SeedCourse,
  now: Date,
  chance: Chance,
) {
  for (const person of people.people) {
    const startsOn = addDays(now, -chance.between(6, daysOffered))
    const wants = chance.happens(share)
    // Accounts of the demonstration begin it themselves; nobody is on a course before being hired.
    if (!wants || person.hasPassword || new Date(`${person.hiredOn}T00:00:00Z`) >= startsOn)
      continue
    addHistory(rows, selfPlan(person, startsOn, chance), course, now, chance)
  }
}

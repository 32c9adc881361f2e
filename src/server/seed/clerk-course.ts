import { cellsWith } from '../../features/learning/model/lesson-cells.ts'
import { addDays, inOfficeHours } from './calendar.ts'
import { type Assignment, type Group, type World, withAssignment } from './groups.ts'
import { addHistory, progressRow } from './history.ts'
import type { SeedPerson } from './people.ts'
import { groupPlan } from './plans.ts'

/** The clerk of the demonstration: three lessons done, in the middle of the fourth, due this week; the quiz is before her. */
export function clerkCourse(world: World, clerk: SeedPerson, group: Group, assignment: Assignment) {
  const { training, course, now, chance } = world
  const called = {
    ...groupPlan(clerk, group, chance),
    lessonsWanted: 3,
    takesQuiz: false,
    pace: 3,
  }
  const id = addHistory(
    training.rows,
    withAssignment(called, group, assignment),
    course,
    now,
    chance,
  )
  training.members.push({
    group_id: group.id,
    person_id: clerk.id,
    enrolment_id: id,
    joined_at: called.enrolledAt,
  })
  const [, , third, fourth] = course.lessons
  const row = training.rows.enrolment.find((each) => each.id === id)
  if (!third || !fourth || !row) throw new Error('the course has four lessons at least')
  const opened = inOfficeHours(addDays(now, -4), chance)
  const place = {
    at: opened.toISOString(),
    saveId: chance.id(opened),
    block: 5,
    share: 0.4,
    read: 0.35,
  }
  training.rows.lesson_progress.push({
    ...progressRow(id, fourth.key, opened, null, 190),
    position: place,
  })
  Object.assign(row, {
    last_lesson_key: fourth.key,
    last_position: place,
    last_seen_at: opened,
    lesson_cells: cellsWith(
      String(row.lesson_cells),
      course.lessons.map(({ key }) => key),
      [{ key: fourth.key, isDone: false }],
    ),
    present_seconds: Number(row.present_seconds) + 190,
  })
  training.notes.push({
    id: chance.id(opened),
    person_id: clerk.id,
    course_id: course.id,
    lesson_key: third.key,
    kind: 'note',
    anchor: null,
    body: 'Powtórzyć własnymi słowami, zanim odpowiem. Zapytać: „Czy dobrze rozumiem, że…?”',
    created_at: opened,
    updated_at: opened,
  })
}

import { msg } from '@lingui/core/macro'
import {
  assignCourse,
  figureTroubles,
  readFigures,
  remind,
  takeFiguresOut,
} from './figure-tasks.ts'
import { groupTasks, groupTroubles } from './group-tasks.ts'
import type { RoleHelp } from './role-help.ts'

export const trainingOfficerHelp: RoleHelp = {
  title: msg`Help for training officers`,
  lede: msg`The right courses for the right people, in time, and the groups that learn together.`,
  days: [
    msg`Open the “Dashboard” and see which units have most courses overdue.`,
    msg`Remind people, or speak with their manager.`,
    msg`Under “Assignments” give new required courses, and end those no longer needed.`,
    msg`Under “Groups” see that every group has a trainer and moves on.`,
  ],
  tasks: [readFigures, remind, assignCourse, ...groupTasks, takeFiguresOut],
  troubles: [
    ...figureTroubles,
    ...groupTroubles,
    {
      what: msg`A course is assigned already`,
      whatToDo: msg`A unit has each course only once. If its dates should change, press “End” in the row of the old assignment, then assign it again. Work done is kept.`,
    },
  ],
  sees: msg`Of the people in your offices you see name, office, role, courses, dates, progress and results. You never see notes, reflections or single answers. Lists you take out are shown to the people in them.`,
}

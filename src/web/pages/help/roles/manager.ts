import { msg } from '@lingui/core/macro'
import {
  annualReport,
  assignCourse,
  figureTroubles,
  readFigures,
  remind,
  takeFiguresOut,
} from './figure-tasks.ts'
import type { RoleHelp } from './role-help.ts'

export const managerHelp: RoleHelp = {
  title: msg`Help for managers`,
  lede: msg`How your office and everything below it stands, and who needs a word.`,
  days: [
    msg`Open the “Dashboard”. The figures between the two rules say how your unit stands today.`,
    msg`Look at “People” further down: those overdue come first.`,
    msg`Remind them, or ask what keeps them from learning.`,
    msg`When the office needs a course, assign it to the unit.`,
  ],
  tasks: [readFigures, remind, assignCourse, takeFiguresOut, annualReport],
  troubles: figureTroubles,
  sees: msg`Of the people in your unit and below you see name, courses, dates, progress and results. You never see notes, reflections or single answers. Lists you take out are shown to the people in them.`,
}

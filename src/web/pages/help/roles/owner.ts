import { msg } from '@lingui/core/macro'
import {
  annualReport,
  compareOffices,
  figureTroubles,
  readFigures,
  takeFiguresOut,
} from './figure-tasks.ts'
import type { RoleHelp } from './role-help.ts'

export const ownerHelp: RoleHelp = {
  title: msg`Help for programme owners`,
  lede: msg`All offices of the programme side by side, and the figures you report.`,
  days: [
    msg`Open the “Dashboard”. It begins with all offices you answer for.`,
    msg`Press “All offices” and look where little is completed or much is overdue.`,
    msg`Look inside such an office, then speak with its training officer.`,
    msg`For a report choose the year and print the page.`,
  ],
  tasks: [readFigures, compareOffices, annualReport, takeFiguresOut],
  troubles: figureTroubles,
  sees: msg`You see offices and numbers, no single person. That is so on purpose: results of people are for those who answer for them.`,
}

import { msg } from '@lingui/core/macro'
import { paths } from '../../../paths.ts'
import { figureTroubles, readFigures } from './figure-tasks.ts'
import type { RoleHelp } from './role-help.ts'

export const auditorHelp: RoleHelp = {
  title: msg`Help for auditors`,
  lede: msg`Everything is there to be read; nothing can be changed by you.`,
  days: [
    msg`Under “People” see who has which role, from when and granted by whom.`,
    msg`Under “Offices” see how the offices stood on any day, and why one was closed.`,
    msg`Under “Mails” see what the system wrote to people.`,
    msg`On the “Dashboard” and under “Groups” see how the training stands.`,
  ],
  tasks: [
    {
      title: msg`Look up the roles of a person`,
      page: { to: paths.people(), name: msg`People` },
      steps: [
        msg`Type a name or an e-mail address, or choose an office or a role. Under “Account” you may show closed accounts too.`,
        msg`Open the person. “Roles” shows each role with its days, who granted it and why; ended ones stay.`,
      ],
    },
    {
      title: msg`See the offices as they were`,
      page: { to: paths.offices(), name: msg`Offices` },
      steps: [
        msg`Enter the day under “As it was on” and press “Show that day”. “Show today” leads back.`,
        msg`Open an office: under “History” stands each change with its day and reason.`,
      ],
    },
    {
      title: msg`Read what was written to people`,
      page: { to: paths.mails(), name: msg`Mails` },
      steps: [
        msg`Search by address or subject, or choose a state.`,
        msg`Open a mail. Links that open an account are left out, and your reading is recorded.`,
      ],
    },
    readFigures,
  ],
  troubles: figureTroubles,
  sees: msg`You see people, roles, mails, groups, progress and results within your offices. You never see notes, reflections or single answers. Each mail you open is recorded with your name.`,
}

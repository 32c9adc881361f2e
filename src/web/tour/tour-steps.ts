import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Tour } from '../../contract/tour.ts'
import { tourMark } from '../layout/navigation.ts'
import { paths } from '../paths.ts'

export type TourStep = {
  /** The page it is on; absent: on every page. */
  at?: string
  /** What it speaks of, the best first: not everybody has everything. */
  targets: readonly string[]
  title: MessageDescriptor
  text: MessageDescriptor
}
type Steps = readonly [TourStep, ...TourStep[]]

const marked = (...marks: string[]) => marks.map((mark) => `[data-tour="${mark}"]`)
/** A page's entry in the navigation; on a phone it may be behind "More". */
const entry = (to: string) => marked(tourMark({ to }), 'more-pages')

const you: TourStep = {
  targets: marked('account'),
  title: msg`You, and help`,
  text: msg`Under your initials you change language and colours, and open “Profile” and “Security”. “Help” is there too: with a page for your role, and this tour once more.`,
}
const ownTraining: TourStep = {
  at: paths.home(),
  targets: entry(paths.home()),
  title: msg`Your own courses`,
  text: msg`You learn here as well: “My training” leads back to the place where you stopped, on any device.`,
}
const unitFigures: TourStep = {
  at: paths.dashboard(),
  targets: [...marked('figures'), ...entry(paths.dashboard())],
  title: msg`How your offices stand`,
  text: msg`The required courses of your offices: completed, on the way, overdue. Each number says what it is a part of. “Chosen ones too” counts the rest as well.`,
}
const lookInside: TourStep = {
  at: paths.dashboard(),
  targets: [...marked('units', 'figures'), ...entry(paths.dashboard())],
  title: msg`Where to look closer`,
  text: msg`Each row of this table is a unit below yours. Press its name to look inside, or a heading to put the rows in order.`,
}
const whoIsLate: TourStep = {
  at: paths.dashboard(),
  targets: [...marked('people', 'figures'), ...entry(paths.dashboard())],
  title: msg`Who is late`,
  text: msg`Here people stand by name, those overdue first. “Remind” writes to one person, “Remind all shown” to everybody in the list.`,
}
const assign: TourStep = {
  at: paths.assignments(),
  targets: [...marked('assign'), ...entry(paths.assignments())],
  title: msg`Give a course to a unit`,
  text: msg`“Assign a course” gives it to a whole unit or to one job role, with a due date. People who join later get it too.`,
}
const mails: TourStep = {
  at: paths.mails(),
  targets: entry(paths.mails()),
  title: msg`What was written to people`,
  text: msg`Under “Mails” stands every mail of the system: waiting, sent, or not sent and why.`,
}

/** At most five steps each: what the role does most, in the order of a working day. */
export const stepsOf: Record<Tour, Steps> = {
  learner: [
    {
      at: paths.home(),
      targets: [...marked('next'), ...entry(paths.home())],
      title: msg`Go on here`,
      text: msg`This button leads to the place where you stopped, on any device. If you have no course yet, it leads to the catalogue.`,
    },
    {
      at: paths.home(),
      targets: [...marked('due', 'my-courses'), ...entry(paths.home())],
      title: msg`Dates and results`,
      text: msg`Courses with a date stand under “Due next”, the nearest first. All of them, with their results, stand under “My courses and results”.`,
    },
    {
      targets: entry(paths.catalogue()),
      title: msg`More courses`,
      text: msg`In the “Catalogue” you find every course. Open one and press “Enrol and begin”. Courses your office requires come to you by themselves.`,
    },
    you,
  ],
  trainer: [
    {
      at: paths.groups(),
      targets: [...marked('group'), ...entry(paths.groups())],
      title: msg`Your groups`,
      text: msg`Each row is a group: how many have completed the course, who is overdue, who is stuck. Open one to see everybody lesson by lesson.`,
    },
    {
      at: paths.groups(),
      targets: entry(paths.groups()),
      title: msg`When somebody is stuck`,
      text: msg`In a group you choose people and press “Write to them” or “Another due date”. Below stand the quiz questions most people miss.`,
    },
    {
      at: paths.groups(),
      targets: [...marked('new-group'), ...entry(paths.groups())],
      title: msg`A new group`,
      text: msg`“New group” asks for name, course, unit and dates. In the next step you add people; they are enrolled at once.`,
    },
    ownTraining,
    you,
  ],
  'training-officer': [
    unitFigures,
    whoIsLate,
    assign,
    {
      at: paths.groups(),
      targets: entry(paths.groups()),
      title: msg`Groups of your offices`,
      text: msg`Each group, with the people who are stuck. You may open new ones, add people, write to them and change their due dates.`,
    },
    you,
  ],
  manager: [unitFigures, lookInside, whoIsLate, assign, you],
  owner: [
    unitFigures,
    {
      at: paths.dashboard(),
      targets: [...marked('units', 'figures'), ...entry(paths.dashboard())],
      title: msg`All offices side by side`,
      text: msg`“All offices” shows them in one table. Press a heading to put them in order; “Download as XLSX” below it takes the table out.`,
    },
    {
      at: paths.dashboard(),
      targets: [...marked('annual', 'figures'), ...entry(paths.dashboard())],
      title: msg`Figures for the annual report`,
      text: msg`People trained, offices, hours and the share completed, for any recent year. “Print this page” puts them on paper.`,
    },
    ownTraining,
    you,
  ],
  auditor: [
    unitFigures,
    {
      at: paths.people(),
      targets: [...marked('people-search'), ...entry(paths.people())],
      title: msg`People and their roles`,
      text: msg`Find a person and see which roles she has, since when, and who granted them. You read everything and change nothing.`,
    },
    mails,
    ownTraining,
    you,
  ],
  administrator: [
    {
      at: paths.people(),
      targets: [...marked('people-search'), ...entry(paths.people())],
      title: msg`Find a person`,
      text: msg`By name or e-mail address, by office, by role. The person’s page holds roles, offices so far and the account.`,
    },
    {
      at: paths.people(),
      targets: [...marked('import'), ...entry(paths.people())],
      title: msg`Bring in many people at once`,
      text: msg`“Import people” reads a CSV or XLSX file of your personnel system. Nothing changes before you have seen the check and agreed.`,
    },
    {
      at: paths.offices(),
      targets: [...marked('office-search'), ...entry(paths.offices())],
      title: msg`The tree of offices`,
      text: msg`Open an office to rename, move, merge or close it, or to open a unit below. Its history stays.`,
    },
    mails,
    you,
  ],
}

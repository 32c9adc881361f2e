import { msg } from '@lingui/core/macro'
import { paths } from '../../../paths.ts'
import type { Task, Trouble } from './role-help.ts'

const page = { to: paths.groups(), name: msg`Groups` }

/** For whoever leads groups or answers for them. */
export const groupTasks: readonly Task[] = [
  {
    title: msg`See who is where in a group`,
    page,
    steps: [
      msg`Open a group. Each row is a person, each column a lesson; a frame marks the lesson where somebody has stopped for two weeks or longer.`,
      msg`In the table of a group arrow keys lead from cell to cell; on a name, Space chooses the person.`,
      msg`“Find a person in the group” shows only people of that name.`,
      msg`“Stuck”, “Overdue”, “Not completed” and “Completed” above the table show only these people.`,
      msg`“Download as CSV” saves the table as a file. The people in it can see that you took it out.`,
    ],
  },
  {
    title: msg`Help people who are stuck`,
    page,
    steps: [
      msg`Open the group and tick the people in the table, or “Choose all shown”.`,
      msg`Press “Write to them”, write subject and message, and press “Send”. Each person gets a mail of their own.`,
      msg`Or press “Another due date”, enter the day and the reason, and press “Save the date”.`,
      msg`“Difficult quiz questions” below the table shows where most points are lost: a good beginning for a talk.`,
    ],
  },
  {
    title: msg`Open a group and fill it`,
    page,
    steps: [
      msg`Press “New group”. Enter name, course, unit and first day, and a due date if there is one.`,
      msg`Press “Create the group”.`,
      msg`Under “Add people” type two letters of a name, tick the people, and press “Add to the group”. They are enrolled at once.`,
      msg`Somebody left? Tick the person and press “Take out of the group”.`,
    ],
  },
]

export const groupTroubles: readonly Trouble[] = [
  {
    what: msg`I cannot find somebody under “Add people”`,
    whatToDo: msg`A group takes people of its own unit and the units below. Perhaps the person works elsewhere, or is in the group already.`,
  },
  {
    what: msg`My group is not in the list`,
    whatToDo: msg`Turn off “Only mine”, or turn on “Closed groups”. If it is still not there, your role may have ended: ask your administrator.`,
  },
]

import { msg } from '@lingui/core/macro'
import { paths } from '../../../paths.ts'
import type { Task, Trouble } from './role-help.ts'

const page = { to: paths.dashboard(), name: msg`Dashboard` }

export const readFigures: Task = {
  title: msg`See how a unit stands`,
  page,
  steps: [
    msg`“Required courses” counts what the office requires; “Chosen ones too” counts the rest as well.`,
    msg`Press the name of a unit in the table to look inside. The path above the heading leads back up.`,
    msg`Press a heading of the table to put the rows in order, and once more to turn the order round.`,
    msg`Under “By course” press a course to count it alone; “Count all courses again” takes that back.`,
    msg`The address of the page keeps what you see. Send it to somebody who may see it too.`,
  ],
}

export const compareOffices: Task = {
  title: msg`Compare all offices`,
  page,
  steps: [
    msg`Press “All offices”. Each row is an office, with its county; “One level down” brings the counties back.`,
    msg`Press the heading “Completed” or “Overdue” to put the offices in order.`,
    msg`“Completed, week by week” shows how fast courses are completed per 100 people, beside the whole network.`,
  ],
}

export const remind: Task = {
  title: msg`Remind people`,
  page,
  steps: [
    msg`Go to “People” further down and choose “Overdue” or “Not begun”.`,
    msg`Press “Remind” beside a name: one mail goes out, in the language of that person.`,
    msg`“Remind all shown” first says how many mails that makes. Press “Send” to agree.`,
    msg`Nobody gets a second reminder of the same course on the same day.`,
  ],
}

export const takeFiguresOut: Task = {
  title: msg`Take figures out`,
  page,
  steps: [
    msg`“Download as XLSX” or “Download as CSV” below a table saves it as a file, from the same count as the screen.`,
    msg`People in a list you took out can see that, with your name and the day.`,
  ],
}

export const annualReport: Task = {
  title: msg`Figures for the annual report`,
  page,
  steps: [
    msg`Go to “Figures for the annual report” at the end of the page and choose the “Year”.`,
    msg`It counts people trained, offices, hours of learning, and the required courses of that year.`,
    msg`Press “Print this page”. A printer or a PDF, as your device offers.`,
  ],
}

export const assignCourse: Task = {
  title: msg`Give a course to a unit`,
  page: { to: paths.assignments(), name: msg`Assignments` },
  steps: [
    msg`Press “Assign a course”. Choose the course and the unit; the units below it are included.`,
    msg`Under “For whom” choose “Everyone” or one job role.`,
    msg`Enter the “Due date”, and “Days for people who join later” if newcomers need longer.`,
    msg`Read how many people it concerns, then press “Assign”. People who join later get the course too; people who leave are released.`,
    msg`To take it back press “End” in its row. Completed courses stay completed.`,
  ],
}

export const figureTroubles: readonly Trouble[] = [
  {
    what: msg`A number looks wrong to me`,
    whatToDo: msg`What people do is counted within a minute. Look which courses are counted: “Required courses” or “Chosen ones too”. Who moved counts where the person works now.`,
  },
]

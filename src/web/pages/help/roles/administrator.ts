import { msg } from '@lingui/core/macro'
import { paths } from '../../../paths.ts'
import type { RoleHelp } from './role-help.ts'

const people = { to: paths.people(), name: msg`People` }
const offices = { to: paths.offices(), name: msg`Offices` }
const mails = { to: paths.mails(), name: msg`Mails` }

export const administratorHelp: RoleHelp = {
  title: msg`Help for administrators`,
  lede: msg`People, their roles, and the tree of offices.`,
  days: [
    msg`Bring in people who came, and close the accounts of those who left.`,
    msg`Grant roles, with a last day where you know it, and end those no longer needed.`,
    msg`Keep the tree of offices as the register has it.`,
    msg`Look under “Mails” whether something could not be sent.`,
  ],
  tasks: [
    {
      title: msg`Bring in many people at once`,
      page: people,
      steps: [
        msg`Press “Import people”, choose a CSV or XLSX file and the office it is for, and press “Upload and choose columns”.`,
        msg`Compare the columns; most are guessed from their headings. Press “Check the file”.`,
        msg`Read what would change. “Faulty rows” says what is wrong with each; “Save as CSV” takes them out to be corrected.`,
        msg`Press the button that says how many people are imported. It happens wholly or not at all, and the same file can be imported again.`,
      ],
    },
    {
      title: msg`Add one person`,
      page: people,
      steps: [
        msg`Press “Add a person”. Enter name, e-mail address and office.`,
        msg`Tick the invitation if the person is to choose a password: the link works for seven days.`,
        msg`Press “Add the person”. Courses assigned to the office follow within a minute.`,
      ],
    },
    {
      title: msg`Grant and end a role`,
      page: people,
      steps: [
        msg`Open the person and press “Grant a role”. Choose role and office; the role holds there and in everything below.`,
        msg`Enter “First day”, “Last day” if you know it, and the reason. Press “Grant the role”.`,
        msg`To take a role back press “End” beside it, give the reason, and press “End the role”. It stays in the history.`,
      ],
    },
    {
      title: msg`Help somebody to sign in`,
      page: people,
      steps: [
        msg`Open the person. Who was never here gets a link by “Invite by e-mail”, everybody else by “Send a link for a new password”.`,
        msg`If the account is closed, press “Reopen the account”.`,
        msg`Without a mail server open the mail under “Mails” and pass the link on yourself.`,
      ],
    },
    {
      title: msg`Close an account`,
      page: people,
      steps: [
        msg`Open the person, press “Close the account” and give the reason. Signing in stops at once, on all devices.`,
        msg`Completed courses, results and roles stay on record. The account can be reopened at any time.`,
      ],
    },
    {
      title: msg`Change the tree of offices`,
      page: offices,
      steps: [
        msg`Open the office or department. “Open a unit below” makes a new one there.`,
        msg`Press “Change” and choose “Rename the unit”, “Move the unit”, “Merge it into another” or “Close the unit”.`,
        msg`Enter the day from which it holds, and the reason. Reports about days before keep the tree as it was.`,
        msg`“As it was on” with “Show that day” shows names, places and numbers of people on any day.`,
      ],
    },
    {
      title: msg`See whether a mail was sent`,
      page: mails,
      steps: [
        msg`Search by address or subject. Each mail says whether it waits, was sent, or could not be sent.`,
        msg`Open it to read why, and press “Send again”. Your reading is recorded.`,
      ],
    },
  ],
  troubles: [
    {
      what: msg`An account cannot be closed, or a role not ended`,
      whatToDo: msg`The last administrator of an office has to stay. Grant the role to somebody else first. Your own account can be closed only by another administrator.`,
    },
    {
      what: msg`A role is missing from what I may grant`,
      whatToDo: msg`Nobody grants more than she may do herself in that office. Ask an administrator of the unit above.`,
    },
    {
      what: msg`No mail goes out at all`,
      whatToDo: msg`The page “Mails” says so when no mail server is set up. Tell whoever runs the server; the mails are kept until then.`,
    },
  ],
  sees: msg`You see people, accounts, roles and mails within your offices, but not how anybody learns: courses and results are for managers, training officers and trainers. Each mail you open is recorded with your name.`,
}

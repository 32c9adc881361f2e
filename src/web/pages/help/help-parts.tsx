import { Trans } from '@lingui/react/macro'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'

export type HelpPart = {
  id: string
  title: React.ReactNode
  questions: readonly { question: React.ReactNode; answer: React.ReactNode }[]
}

/** Help by what people come for: first what everybody needs, then one part a role. */
export const helpParts: readonly HelpPart[] = [
  {
    id: 'learning',
    title: <Trans>Learning</Trans>,
    questions: [
      {
        question: <Trans>Where do I go on?</Trans>,
        answer: (
          <Trans>
            Open <Link to={paths.home()}>My training</Link>. The first box leads to the place where
            you stopped, on any device. Below it stand your dates, the nearest first.
          </Trans>
        ),
      },
      {
        question: <Trans>How do I find a course and begin it?</Trans>,
        answer: (
          <Trans>
            Open the <Link to={paths.catalogue()}>Catalogue</Link> and type a word; accents and
            small slips do not matter. The course page says what you will be able to do, how long it
            takes and for whom it is. Press “Enrol and begin”.
          </Trans>
        ),
      },
      {
        question: <Trans>What happens when the connection breaks?</Trans>,
        answer: (
          <Trans>
            Go on reading. Your progress and your quiz answers wait in this browser and are sent
            when the connection is back. After writing a note, leave its page open until then. Only
            handing in the quiz needs the connection.
          </Trans>
        ),
      },
      {
        question: <Trans>When is a course completed?</Trans>,
        answer: (
          <Trans>
            When all its lessons are done and the quiz has reached the pass mark. The course page
            shows both. After you hand in, you read for each answer why it is right or wrong, and
            which lesson to read again.
          </Trans>
        ),
      },
      {
        question: <Trans>Who can see my notes and reflections?</Trans>,
        answer: (
          <Trans>
            Only you. Who can see your progress and results is listed by name under{' '}
            <Link to={paths.whoSeesWhat()}>Who sees what about me</Link>.
          </Trans>
        ),
      },
    ],
  },
  {
    id: 'trainer',
    title: <Trans>For trainers</Trans>,
    questions: [
      {
        question: <Trans>How do I see who is stuck?</Trans>,
        answer: (
          <Trans>
            Open <Link to={paths.groups()}>Groups</Link> and choose a group. Each row is a person,
            each column a lesson. Who has not moved for some days is marked, with the number of
            days.
          </Trans>
        ),
      },
      {
        question: <Trans>How do I help?</Trans>,
        answer: (
          <Trans>
            Select one or more people and write to them, or give them a later due date. Below the
            table stand the quiz questions most people miss: a good beginning for a talk.
          </Trans>
        ),
      },
    ],
  },
  {
    id: 'manager',
    title: <Trans>For managers</Trans>,
    questions: [
      {
        question: <Trans>How does my office stand?</Trans>,
        answer: (
          <Trans>
            Open the <Link to={paths.dashboard()}>Dashboard</Link>. It shows required courses in
            your unit and below it: completed, on the way, overdue, not begun. Press a unit to look
            inside. The address keeps what you see, so you can share it.
          </Trans>
        ),
      },
      {
        question: <Trans>How do I remind people?</Trans>,
        answer: (
          <Trans>
            The list of overdue courses has a button beside each name. The reminder goes out by mail
            in the person’s own language.
          </Trans>
        ),
      },
      {
        question: <Trans>Can I take the numbers with me?</Trans>,
        answer: (
          <Trans>
            Yes: as CSV or XLSX, from the same count as the screen. The people in the file can see
            that you exported it.
          </Trans>
        ),
      },
    ],
  },
  {
    id: 'owner',
    title: <Trans>For programme owners</Trans>,
    questions: [
      {
        question: <Trans>Where are all offices side by side?</Trans>,
        answer: (
          <Trans>
            On the <Link to={paths.dashboard()}>Dashboard</Link>. Order the table by any column.
            Below it stand the figures for the annual report: people trained, offices, hours, share
            completed.
          </Trans>
        ),
      },
    ],
  },
  {
    id: 'officer',
    title: <Trans>For training officers</Trans>,
    questions: [
      {
        question: <Trans>How do I assign a course?</Trans>,
        answer: (
          <Trans>
            Open <Link to={paths.assignments()}>Assignments</Link>, choose the course, the unit or
            role, and the due date. People who join later get the course too; people who leave are
            released from it.
          </Trans>
        ),
      },
    ],
  },
  {
    id: 'administrator',
    title: <Trans>For administrators</Trans>,
    questions: [
      {
        question: <Trans>How do I bring in many people at once?</Trans>,
        answer: (
          <Trans>
            Under <Link to={paths.people()}>People</Link> choose the import and upload a CSV or XLSX
            file. First you match the columns, then you see what would change and which rows are
            faulty. Nothing is stored before you agree.
          </Trans>
        ),
      },
      {
        question: <Trans>How do roles work?</Trans>,
        answer: (
          <Trans>
            A role is granted on a unit and holds for everything below it, from a day and, if you
            wish, until a day. It is never deleted, only ended, with a reason.
          </Trans>
        ),
      },
      {
        question: <Trans>Has a mail been sent?</Trans>,
        answer: (
          <Trans>
            <Link to={paths.mails()}>Mails</Link> shows each one: waiting, sent, failed and why,
            tried again. Without a mail server they stay there to be read.
          </Trans>
        ),
      },
    ],
  },
  {
    id: 'screen',
    title: <Trans>Screen, keyboard, language</Trans>,
    questions: [
      {
        question: <Trans>How do I change language, colours and text size?</Trans>,
        answer: (
          <Trans>
            Language and colours: under your initials at the top right. Text size: in your profile,
            under <Link to={paths.myAppearance()}>Language and appearance</Link>. Your choice
            follows you to other devices.
          </Trans>
        ),
      },
      {
        question: <Trans>Can I work without a mouse?</Trans>,
        answer: (
          <Trans>
            Yes, everywhere. Tab goes from one control to the next, Enter and Space press it, arrow
            keys move within a list, Escape closes what has opened. The first press of Tab on a page
            offers to skip to its content.
          </Trans>
        ),
      },
    ],
  },
]

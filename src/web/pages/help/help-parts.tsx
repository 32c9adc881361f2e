import type { MessageDescriptor } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { brokenConnection } from './roles/shared.ts'

export type HelpPart = {
  id: string
  title: React.ReactNode
  questions: readonly { question: React.ReactNode; answer: React.ReactNode }[]
}

/** What everybody asks, whatever the role. */
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
        answer: <Told text={brokenConnection.whatToDo} />,
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

/** What the pages of the roles say too. */
function Told({ text }: { text: MessageDescriptor }) {
  const { t } = useLingui()
  return t(text)
}

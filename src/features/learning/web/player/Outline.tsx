import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowLeft, Check, Circle, CircleDot } from 'lucide-react'
import { Link, useLocation } from 'react-router'
import { Icon } from '../../../../web/design-system/Icon.tsx'
import { Progress } from '../../../../web/design-system/Progress.tsx'
import { paths } from '../../../../web/paths.ts'
import type { PlayerOutput } from '../../contract/player.ts'
import type { OutlineView } from './use-outline.ts'

const rowLook =
  'grid grid-cols-[1.375rem_1fr_auto] gap-2.5 rounded-md px-2.5 py-2.5 text-ink-2 leading-tight no-underline hover:bg-surface hover:text-ink aria-[current=page]:bg-surface aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_3px_0_0_var(--brand)]'

/** Course, how far it is, its lessons with their state, and the quiz at the end. */
export function Outline({
  player,
  outline,
  current,
  onGo,
}: {
  player: PlayerOutput
  outline: OutlineView
  current: string
  onGo?: () => void
}) {
  const { t } = useLingui()
  const { search } = useLocation()
  const done = outline.lessonsDone
  const total = outline.lessons.length
  return (
    <nav aria-label={t`Lessons of this course`}>
      <Link to={paths.home()} className="inline-flex items-center gap-1.5 text-ink-3 text-sm">
        <Icon of={ArrowLeft} size={16} />
        <Trans>My training</Trans>
      </Link>
      <h2 className="mt-3.5 mb-1 text-lg">
        <Link
          to={paths.course(player.courseId)}
          className="text-ink no-underline hover:text-ink hover:underline"
        >
          {player.title}
        </Link>
      </h2>
      <p className="text-ink-3 text-sm">
        <Trans>
          Lessons: {done} of {total}
        </Trans>
        {outline.minutesLeft > 0 &&
          ` · ${t`${plural(outline.minutesLeft, { one: '# minute left', other: '# minutes left' })}`}`}
      </p>
      <Progress
        share={done / Math.max(1, total)}
        label={t`Lessons completed: ${done} of ${total}`}
        className="mt-3 mb-4"
      />
      <ol className="grid gap-0.5">
        {outline.lessons.map(({ key, title, minutes, completed }) => (
          <li key={key}>
            <Link
              to={paths.learn(player.enrolmentId, key) + search}
              aria-current={key === current ? 'page' : undefined}
              className={rowLook}
              onClick={onGo}
            >
              <LessonMark completed={completed} isCurrent={key === current} />
              <span>
                {title}
                {completed && (
                  <span className="sr-only">
                    {' '}
                    <Trans>(completed)</Trans>
                  </span>
                )}
              </span>
              <span className="text-ink-3 text-sm">
                {t`${plural(minutes, { one: '# min', other: '# min' })}`}
              </span>
            </Link>
          </li>
        ))}
        {player.quiz && <QuizRow player={player} quiz={player.quiz} />}
      </ol>
    </nav>
  )
}

function QuizRow({
  player,
  quiz,
}: {
  player: PlayerOutput
  quiz: NonNullable<PlayerOutput['quiz']>
}) {
  const { t } = useLingui()
  const isPassed = quiz.passedAt !== null
  return (
    <li>
      <Link to={paths.quiz(player.enrolmentId)} className={rowLook}>
        <LessonMark completed={isPassed} isCurrent={false} />
        <span>
          <Trans>Closing quiz</Trans>
          {isPassed && (
            <span className="sr-only">
              {' '}
              <Trans>(passed)</Trans>
            </span>
          )}
        </span>
        <span className="text-ink-3 text-sm">
          {t`${plural(quiz.questionCount, { one: '# question', other: '# questions' })}`}
        </span>
      </Link>
    </li>
  )
}

function LessonMark({ completed, isCurrent }: { completed: boolean; isCurrent: boolean }) {
  if (completed) return <Icon of={Check} size={18} className="mt-px text-done" />
  return <Icon of={isCurrent ? CircleDot : Circle} size={16} className="mt-0.5 ms-px" />
}

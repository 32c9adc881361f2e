import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { LinkButton } from '../../../../web/design-system/LinkButton.tsx'
import { Progress } from '../../../../web/design-system/Progress.tsx'
import { paths } from '../../../../web/paths.ts'
import type { HomeNext } from '../../contract/home.ts'

/** The one thing to do next: the lesson left open, or the quiz when all lessons are read. */
export function NextCard({ next: { course, lesson, figure } }: { next: HomeNext }) {
  const { t } = useLingui()
  const isBegun = course.state === 'started'
  return (
    <section
      aria-labelledby="next"
      className="grid overflow-hidden rounded-lg border border-line bg-surface sm:grid-cols-[9.25rem_1fr]"
    >
      <CourseFigure svg={figure} />
      <div className="grid content-center gap-3 px-6.5 py-6">
        <p className="text-ink-3 text-sm">
          {lesson ? (
            <LessonMeta
              number={lesson.number}
              total={course.lessonsTotal}
              minutes={lesson.minutesLeft}
              isBegun={isBegun}
            />
          ) : (
            <Trans>All lessons are read · the quiz is left</Trans>
          )}
        </p>
        <h2 id="next">{lesson ? lesson.title : <Trans>Closing quiz</Trans>}</h2>
        <p className="text-ink-2">{course.title}</p>
        <Progress
          share={course.lessonsTotal > 0 ? course.lessonsDone / course.lessonsTotal : 0}
          label={t`Lessons completed: ${course.lessonsDone} of ${course.lessonsTotal}`}
        />
        <div>
          {lesson ? (
            <LinkButton to={paths.learn(course.enrolmentId, lesson.key)} data-tour="next">
              {isBegun ? <Trans>Back to the lesson</Trans> : <Trans>Begin the course</Trans>}
            </LinkButton>
          ) : (
            <LinkButton to={paths.quiz(course.enrolmentId)} data-tour="next">
              <Trans>Go to the quiz</Trans>
            </LinkButton>
          )}
        </div>
      </div>
    </section>
  )
}

function LessonMeta({
  number,
  total,
  minutes,
  isBegun,
}: {
  number: number
  total: number
  minutes: number
  isBegun: boolean
}) {
  const { t } = useLingui()
  const left = t`${plural(minutes, { one: '# minute left', other: '# minutes left' })}`
  return isBegun ? (
    <Trans>
      Continue · lesson {number} of {total} · {left}
    </Trans>
  ) : (
    <Trans>
      Next · lesson {number} of {total} · {left}
    </Trans>
  )
}

/** The course's own drawing; an open book where it has none. */
function CourseFigure({ svg }: { svg: string | null }) {
  const look =
    'grid h-24 place-items-center bg-brand-soft text-brand-strong sm:h-auto [&_svg]:size-20 sm:[&_svg]:size-23'
  if (svg)
    return (
      <div
        aria-hidden="true"
        className={look}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the compiler lets only known drawing elements through
        dangerouslySetInnerHTML={{ __html: svg }}
      />
    )
  return (
    <div aria-hidden="true" className={look}>
      <svg
        viewBox="0 0 92 92"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        aria-hidden="true"
      >
        <path
          d="M46 26c-8-6-18-8-30-8v48c12 0 22 2 30 8 8-6 18-8 30-8V18c-12 0-22 2-30 8zv48"
          strokeLinejoin="round"
        />
      </svg>
    </div>
  )
}

import { Trans } from '@lingui/react/macro'
import { Link } from 'react-router'
import { DateTile } from '../../../../web/design-system/DateTile.tsx'
import { LinkButton } from '../../../../web/design-system/LinkButton.tsx'
import { paths } from '../../../../web/paths.ts'
import type { HomeCourse } from '../../contract/home.ts'
import { DueTag, dueTone } from '../due-words.tsx'

/** What is due, soonest first: ruled rows with the date at their head. */
export function DueList({ courses }: { courses: readonly HomeCourse[] }) {
  return (
    <ul>
      {courses.map((course) => (
        <li
          key={course.enrolmentId}
          className="grid grid-cols-[4.5rem_1fr] items-start gap-x-4.5 gap-y-3 border-line border-b py-4 sm:grid-cols-[5.5rem_1fr_auto] sm:items-center"
        >
          {course.dueOn && <DateTile date={course.dueOn} tone={dueTone(course.due)} />}
          <div>
            <h3>
              <Link
                to={paths.course(course.courseId)}
                className="text-ink no-underline hover:underline"
              >
                {course.title}
              </Link>
            </h3>
            <p className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-3 text-sm">
              <RowNote course={course} />
              <DueTag due={course.due} />
            </p>
          </div>
          <div className="max-sm:col-start-2">
            <RowAction course={course} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function RowNote({ course }: { course: HomeCourse }) {
  const { lessonsDone: done, lessonsTotal: total } = course
  return course.required ? (
    <Trans>
      Required course · lessons: {done} of {total}
    </Trans>
  ) : (
    <Trans>
      Own choice · lessons: {done} of {total}
    </Trans>
  )
}

function RowAction({ course }: { course: HomeCourse }) {
  const isRead = course.lessonsDone === course.lessonsTotal
  if (isRead && course.hasQuiz)
    return (
      <LinkButton look="quiet" to={paths.quiz(course.enrolmentId)}>
        <Trans>Take the quiz</Trans>
      </LinkButton>
    )
  return (
    <LinkButton look="quiet" to={paths.learn(course.enrolmentId)}>
      {course.state === 'started' ? <Trans>Go on</Trans> : <Trans>Begin</Trans>}
    </LinkButton>
  )
}

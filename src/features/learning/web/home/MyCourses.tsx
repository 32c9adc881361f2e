import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'react-router'
import { Card } from '../../../../web/design-system/Card.tsx'
import { Disclosure } from '../../../../web/design-system/Disclosure.tsx'
import { type Step, Steps } from '../../../../web/design-system/Steps.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { paths } from '../../../../web/paths.ts'
import type { HomeCourse } from '../../contract/home.ts'

const mostResultsShown = 4

/** Every course with its state and result: what is done first, as on a way. */
export function MyCourses({ courses }: { courses: readonly HomeCourse[] }) {
  const done = courses
    .filter(({ state }) => state === 'completed')
    .toSorted((one, other) => ((one.completedAt ?? '') < (other.completedAt ?? '') ? -1 : 1))
  const open = courses.filter(({ state }) => state !== 'completed')
  const earlier = done.slice(0, -mostResultsShown)
  const latest = done.slice(-mostResultsShown)
  const toStep = useToStep()
  const total = courses.length
  const completed = done.length
  return (
    <aside aria-labelledby="my-courses">
      <Card>
        <h2 id="my-courses" data-tour="my-courses" className="text-lg">
          <Trans>My courses and results</Trans>
        </h2>
        <p className="mt-1 mb-4.5 text-ink-3 text-sm">
          <Trans>
            {completed} of {total} completed
          </Trans>
        </p>
        {earlier.length > 0 && (
          <div className="mb-4">
            <Disclosure title={<Trans>Earlier results</Trans>}>
              <Steps steps={earlier.map(toStep)} />
            </Disclosure>
          </div>
        )}
        <Steps steps={[...latest, ...open].map(toStep)} />
      </Card>
    </aside>
  )
}

function useToStep(): (course: HomeCourse) => Step {
  const format = useFormat()
  const { t } = useLingui()
  const noteOf = (course: HomeCourse) => {
    const { completedAt, quizBestShare } = course
    if (completedAt) {
      const date = format.date(completedAt)
      if (quizBestShare === null) return date
      const result = format.percent(quizBestShare)
      return t`${date} · result ${result}`
    }
    if (course.state === 'enrolled') return t`not begun`
    if (course.lessonsDone === course.lessonsTotal && course.hasQuiz) return t`the quiz is left`
    const share = format.percent(course.lessonsDone / Math.max(1, course.lessonsTotal))
    return t`under way, ${share}`
  }
  return (course) => ({
    id: course.enrolmentId,
    state: course.state === 'completed' ? 'done' : course.state === 'started' ? 'current' : 'ahead',
    title: (
      <Link to={paths.course(course.courseId)} className="text-ink no-underline hover:underline">
        {course.title}
      </Link>
    ),
    note: noteOf(course),
  })
}

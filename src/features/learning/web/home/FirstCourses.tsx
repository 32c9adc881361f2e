import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'react-router'
import { EmptyState } from '../../../../web/design-system/EmptyState.tsx'
import { LinkButton } from '../../../../web/design-system/LinkButton.tsx'
import { paths } from '../../../../web/paths.ts'
import type { HomeSuggestion } from '../../contract/home.ts'

/** For who has nothing open: what will be here, how it comes, and courses to begin with. */
export function FirstCourses({
  courses,
  isNew,
}: {
  courses: readonly HomeSuggestion[]
  isNew: boolean
}) {
  return (
    <div className="grid gap-8">
      <EmptyState
        title={isNew ? <Trans>No course yet</Trans> : <Trans>No course under way</Trans>}
        action={
          <LinkButton to={paths.catalogue()} data-tour="next">
            <Trans>Browse the catalogue</Trans>
          </LinkButton>
        }
      >
        {isNew ? (
          <Trans>
            Courses appear here when you choose one, or when your office assigns one to you. You can
            stop at any time: the next time you go on where you were.
          </Trans>
        ) : (
          <Trans>
            What you began is completed. The results stay under “My courses and results”.
          </Trans>
        )}
      </EmptyState>
      {courses.length > 0 && (
        <section aria-labelledby="suggested">
          <h2 id="suggested" className="mb-1.5">
            <Trans>Courses to begin with</Trans>
          </h2>
          <ul>
            {courses.map((course) => (
              <Suggestion key={course.courseId} course={course} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Suggestion({ course }: { course: HomeSuggestion }) {
  const { t } = useLingui()
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-line border-b py-4">
      <div>
        <h3>
          <Link to={paths.course(course.courseId)}>{course.title}</Link>
        </h3>
        <p className="text-ink-3 text-sm">
          {t`${plural(course.minutes, { one: '# minute', other: '# minutes' })}`}
        </p>
      </div>
    </li>
  )
}

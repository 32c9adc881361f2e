import { Trans } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { Link } from 'react-router'
import type { CourseId } from '../../../../contract/primitives.ts'
import { Icon } from '../../../../web/design-system/Icon.tsx'
import { PageHeader } from '../../../../web/design-system/PageHeader.tsx'
import { usePageTitle } from '../../../../web/layout/page-title.tsx'
import { paths } from '../../../../web/paths.ts'
import { Drawing } from '../lesson/Drawing.tsx'
import { catalogueQueries } from '../queries.ts'
import { useReaderLanguage } from '../reader-language.ts'
import { CourseOutline } from './CourseOutline.tsx'
import { CourseSources } from './CourseSources.tsx'
import { CourseTerms } from './CourseTerms.tsx'
import { QuizRules } from './QuizRules.tsx'

/** What a course teaches and asks; `action` is what this reader can do with it now. */
export function CoursePage({ courseId, action }: { courseId: CourseId; action: React.ReactNode }) {
  const language = useReaderLanguage()
  const { data: course } = useSuspenseQuery(catalogueQueries.course(courseId, language))
  usePageTitle(course.title)
  return (
    <>
      <PageHeader
        above={
          <Link to={paths.catalogue()}>
            <Trans>Catalogue</Trans>
          </Link>
        }
        title={course.title}
        lede={course.subtitle}
      />
      <div className="wrap-anywhere mt-8 grid items-start gap-x-14 gap-y-10 wide:grid-cols-[minmax(0,1fr)_21rem]">
        <aside className="rounded-lg border border-line bg-surface p-5 sm:p-6 wide:order-last">
          {course.figure && (
            <Drawing svg={course.figure} className="mx-auto mb-5 hidden max-w-40 wide:block" />
          )}
          <div className="mb-5">{action}</div>
          <CourseTerms course={course} />
        </aside>
        <div className="grid max-w-[44rem] gap-10">
          <div className="grid gap-4 text-lg">
            <p className="font-semibold">{course.summary}</p>
            {course.introduction.split(/\n\s*\n/).map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
          <section>
            <h2>
              <Trans>What you will be able to do</Trans>
            </h2>
            <ul className="mt-3 border-line border-t">
              {course.outcomes.map((outcome) => (
                <li key={outcome} className="flex gap-3 border-line border-b py-3">
                  <Icon of={Check} className="mt-0.5 text-done" />
                  {outcome}
                </li>
              ))}
            </ul>
          </section>
          <CourseOutline lessons={course.lessons} minutes={course.minutes} />
          <QuizRules quiz={course.quiz} />
          <section>
            <h2>
              <Trans>Who it is for</Trans>
            </h2>
            <p className="mt-2">{course.audienceNote}</p>
          </section>
          <CourseSources sources={course.sources} />
        </div>
      </div>
    </>
  )
}

import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from 'react-router'
import { useFormat } from '../../../../web/i18n/format.ts'
import { languageNames } from '../../../../web/i18n/language.ts'
import { paths } from '../../../../web/paths.ts'
import type { CourseRow } from '../../contract.ts'
import { Drawing } from '../lesson/Drawing.tsx'
import { topicNames } from '../names.ts'
import { useReaderLanguage } from '../reader-language.ts'

/** A ruled row; the title is the link, and all of the row can be pressed. */
export function CourseResult({ course }: { course: CourseRow }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useReaderLanguage()
  const { minutes, lessonCount } = course
  const legalState = format.date(course.legalState)
  const facts = [
    t`${plural(minutes, { one: '# minute', other: '# minutes' })}`,
    t`${plural(lessonCount, { one: '# lesson', other: '# lessons' })}`,
    course.languages.map((each) => languageNames[each]).join(', '),
    t`legal state: ${legalState}`,
  ]
  return (
    <li className="group relative flex gap-4 border-line border-b py-5 hover:bg-sunken sm:gap-6 sm:px-3">
      <div className="w-16 shrink-0 sm:w-24">
        {course.figure && <Drawing svg={course.figure} />}
      </div>
      <div className="min-w-0">
        <p className="text-ink-3 text-sm">{topicNames(course.topics, language).join(', ')}</p>
        <h3 className="mt-0.5">
          <Link
            to={paths.course(course.courseId)}
            className="text-ink no-underline after:absolute after:inset-0 group-hover:text-brand group-hover:underline"
          >
            {course.title}
          </Link>
        </h3>
        <p className="mt-1 max-w-[70ch] text-ink-2">{course.summary}</p>
        <p className="mt-2 text-ink-3 text-sm">{facts.join(' · ')}</p>
      </div>
    </li>
  )
}

import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../../web/i18n/format.ts'
import { languageNames } from '../../../../web/i18n/language.ts'
import type { CourseRow } from '../../contract.ts'
import { audienceNames, topicNames } from '../names.ts'
import { useReaderLanguage } from '../reader-language.ts'

/** The facts one asks for before beginning. */
export function CourseTerms({ course }: { course: CourseRow }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useReaderLanguage()
  const { minutes, lessonCount } = course
  return (
    <dl className="grid gap-3">
      <Fact term={<Trans>Length</Trans>}>
        {[
          t`${plural(minutes, { one: '# minute', other: '# minutes' })}`,
          t`${plural(lessonCount, { one: '# lesson', other: '# lessons' })}`,
        ].join(' · ')}
      </Fact>
      <Fact term={<Trans>For whom</Trans>}>
        {audienceNames(course.audience, language).join(', ')}
      </Fact>
      <Fact term={<Trans>Topic</Trans>}>{topicNames(course.topics, language).join(', ')}</Fact>
      <Fact term={<Trans>Languages</Trans>}>
        {course.languages.map((each) => languageNames[each]).join(', ')}
      </Fact>
      <Fact term={<Trans>Legal state</Trans>}>{format.date(course.legalState)}</Fact>
    </dl>
  )
}

function Fact({ term, children }: { term: React.ReactNode; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-ink-3 text-sm">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

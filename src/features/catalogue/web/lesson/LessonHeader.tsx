import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../../web/i18n/format.ts'
import type { LessonDocument } from '../../model/lesson-document.ts'

export function LessonHeader({
  document,
  lessonNumber,
}: {
  document: LessonDocument
  lessonNumber: number | undefined
}) {
  const { t } = useLingui()
  const format = useFormat()
  const legalState = format.date(document.legalState)
  const { minutes } = document
  const facts = [
    ...(lessonNumber === undefined ? [] : [t`Lesson ${lessonNumber}`]),
    t`${plural(minutes, { one: '# minute', other: '# minutes' })}`,
    t`legal state: ${legalState}`,
  ]
  return (
    <header className="mb-7">
      <p className="mb-3 font-sans text-base text-ink-3">{facts.join(' · ')}</p>
      <h1>{document.title}</h1>
      <p className="mt-3 font-sans text-ink-2 text-lg">{document.summary}</p>
    </header>
  )
}

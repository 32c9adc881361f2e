import { Trans } from '@lingui/react/macro'
import type { Source } from '../../model/lesson-document.ts'
import { SourceLinks } from '../SourceLinks.tsx'

export function LessonSources({ sources }: { sources: Source[] }) {
  if (sources.length === 0) return null
  return (
    <section className="mt-12 border-line border-t pt-5 font-sans text-ink-2 text-sm">
      <h2 className="lesson-plain-heading">
        <Trans>Sources</Trans>
      </h2>
      <div className="mt-2">
        <SourceLinks sources={sources} />
      </div>
    </section>
  )
}

import { Trans } from '@lingui/react/macro'
import { SourceLinks } from '../SourceLinks.tsx'

type Source = React.ComponentProps<typeof SourceLinks>['sources'][number]

export function CourseSources({ sources }: { sources: Source[] }) {
  return (
    <section>
      <h2>
        <Trans>Sources</Trans>
      </h2>
      <div className="mt-3 text-ink-2 text-sm">
        <SourceLinks sources={sources} />
      </div>
    </section>
  )
}

import { Trans } from '@lingui/react/macro'
import { useFormat } from '../../../web/i18n/format.ts'
import type { Source } from '../model/lesson-document.ts'

/** Where facts come from, and when they were looked up. */
export function SourceLinks({ sources }: { sources: Source[] }) {
  const format = useFormat()
  return (
    <ul className="grid gap-1.5">
      {sources.map(({ id, title, url, asOf }) => {
        const date = format.date(asOf)
        return (
          <li key={id}>
            <a href={url}>{title}</a>{' '}
            <span className="whitespace-nowrap text-ink-3">
              <Trans>(as of {date})</Trans>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

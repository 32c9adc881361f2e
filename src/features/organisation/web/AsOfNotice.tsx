import { Trans } from '@lingui/react/macro'
import { Link, useLocation } from 'react-router'
import { Callout } from '../../../web/design-system/Callout.tsx'
import { useFormat } from '../../../web/i18n/format.ts'

/** Says that the page shows another day than today, and leads back; nothing when it shows today. */
export function AsOfNotice({ asOf }: { asOf: string | null }) {
  const format = useFormat()
  const { pathname, search } = useLocation()
  if (!asOf) return null
  const day = format.date(asOf)
  const todays = new URLSearchParams(search)
  todays.delete('asOf')
  return (
    <Callout tone="info" title={<Trans>As it was on {day}</Trans>}>
      <p>
        <Trans>Names, places and numbers of people are those of that day.</Trans>{' '}
        <Link to={`${pathname}?${todays}`}>
          <Trans>Show today</Trans>
        </Link>
      </p>
    </Callout>
  )
}

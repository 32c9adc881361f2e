import { Trans } from '@lingui/react/macro'
import { Link } from 'react-router'
import { useFormat } from '../../../web/i18n/format.ts'
import type { UnitPage } from './unit-page.ts'

/** Name and place of the unit from each day it changed, the newest first; each leads to that day. */
export function UnitHistory({ history }: { history: UnitPage['history'] }) {
  const format = useFormat()
  return (
    <ol className="border-line border-t">
      {history.map(({ from, until, name, parentName, reason }) => {
        const [first, end] = [format.date(from), until && format.date(until)]
        return (
          <li key={from} className="grid gap-0.5 border-line border-b py-2.5">
            <Link to={`?asOf=${from}`} className="w-fit">
              {end ? `${first} – ${end}` : <Trans>Since {first}</Trans>}
            </Link>
            <span>{name}</span>
            {parentName && (
              <span className="text-ink-2 text-sm">
                <Trans>Unit above: {parentName}</Trans>
              </span>
            )}
            {reason && (
              <span className="text-ink-2 text-sm">
                <Trans>Reason: {reason}</Trans>
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}

import { Trans } from '@lingui/react/macro'
import { Link } from 'react-router'
import { useFormat } from '../../../web/i18n/format.ts'
import { paths } from '../../../web/paths.ts'
import type { UnitPage } from './unit-page.ts'

/** What was merged into this unit; each leads to the closed unit's own page. */
export function UnitsTakenOver({ units }: { units: UnitPage['tookOver'] }) {
  const format = useFormat()
  return (
    <div className="grid gap-2">
      <h3 className="text-base">
        <Trans>Units taken over</Trans>
      </h3>
      <ul className="border-line border-t">
        {units.map(({ unitId, name, on }) => (
          <li
            key={unitId}
            className="flex flex-wrap justify-between gap-x-6 border-line border-b py-2.5"
          >
            <Link to={paths.office(unitId)}>{name}</Link>
            <span className="text-ink-2 text-sm">{format.date(on)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

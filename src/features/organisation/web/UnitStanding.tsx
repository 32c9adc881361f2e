import { Trans } from '@lingui/react/macro'
import { Link } from 'react-router'
import { Callout } from '../../../web/design-system/Callout.tsx'
import { useFormat } from '../../../web/i18n/format.ts'
import { paths } from '../../../web/paths.ts'
import type { UnitPage } from './unit-page.ts'

/** Says so where a unit is closed, or was not open on the day asked for. */
export function UnitStanding({ unit }: { unit: UnitPage }) {
  const format = useFormat()
  if (unit.closedOn) {
    const day = format.date(unit.closedOn)
    const reason = unit.closingReason
    return (
      <Callout tone="neutral" title={<Trans>Closed from {day}</Trans>}>
        <p>
          {unit.mergedInto ? (
            <Trans>
              Its people and units went on in:{' '}
              <Link to={paths.office(unit.mergedInto.unitId)}>{unit.mergedInto.name}</Link>
            </Trans>
          ) : (
            <Trans>The page shows its last day. Reports about days before still count it.</Trans>
          )}
        </p>
        {reason && (
          <p>
            <Trans>Reason: {reason}</Trans>
          </p>
        )}
      </Callout>
    )
  }
  if (unit.isOpenThen) return null
  const openedOn = format.date(unit.openedOn)
  return (
    <Callout tone="neutral" title={<Trans>Not open yet on that day</Trans>}>
      <p>
        <Trans>The page shows its first day: {openedOn}</Trans>
      </p>
    </Callout>
  )
}

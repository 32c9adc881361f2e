import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { EmptyState } from '../../../web/design-system/EmptyState.tsx'
import { PageHeader } from '../../../web/design-system/PageHeader.tsx'
import { UnitDashboard } from './dashboard/UnitDashboard.tsx'
import { readAddress } from './dashboard-address.ts'
import { reportingQueries } from './queries.ts'

/** Opens with the unit in the address, else with the first of mine. */
export function DashboardPage() {
  const { t } = useLingui()
  const [search] = useSearchParams()
  const { data: myUnits } = useSuspenseQuery(reportingQueries.myUnits())
  const address = readAddress(search)
  const unitId = address.unitId ?? myUnits[0]?.unitId
  if (unitId) return <UnitDashboard unitId={unitId} address={address} myUnits={myUnits} />
  return (
    <div className="grid gap-8">
      <PageHeader title={t`Dashboard`} />
      <EmptyState title={<Trans>No unit's figures are yours to read</Trans>}>
        <Trans>
          The figures of a unit appear here when you are its manager, its training officer or the
          owner of the programme. An administrator grants these roles.
        </Trans>
      </EmptyState>
    </div>
  )
}

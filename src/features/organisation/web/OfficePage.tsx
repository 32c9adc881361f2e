import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { Breadcrumbs } from '../../../web/design-system/Breadcrumbs.tsx'
import { PageHeader } from '../../../web/design-system/PageHeader.tsx'
import { usePageTitle } from '../../../web/layout/page-title.tsx'
import { AsOfForm } from './AsOfForm.tsx'
import { AsOfNotice } from './AsOfNotice.tsx'
import { UnitActions } from './change/UnitActions.tsx'
import { officePath, officesPath, readAsOf } from './offices-address.ts'
import { organisationQueries } from './queries.ts'
import { UnitFacts } from './UnitFacts.tsx'
import { UnitHistory } from './UnitHistory.tsx'
import { UnitStanding } from './UnitStanding.tsx'
import { UnitsTakenOver } from './UnitsTakenOver.tsx'
import { UnitTable } from './UnitTable.tsx'
import { useUnitWords } from './unit-words.ts'

/** One unit: where it stands, what is below it, what became of it; and, for who may, its changes. */
export function OfficePage() {
  const { t } = useLingui()
  const words = useUnitWords()
  const { unitId = '' } = useParams()
  const [search] = useSearchParams()
  const asOf = readAsOf(search)
  const { data: unit } = useSuspenseQuery(organisationQueries.unit(unitId, asOf))
  usePageTitle(unit.name)
  const type = words.type(unit)

  return (
    <div className="grid gap-10">
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[
              { label: t`Offices`, to: officesPath(asOf) },
              ...unit.ancestors.map((each) => ({
                label: each.name,
                to: officePath(each.unitId, asOf),
              })),
              { label: unit.name },
            ]}
          />
        }
        title={unit.name}
        lede={type.charAt(0).toLocaleUpperCase() + type.slice(1)}
        actions={unit.mayManage && !asOf && !unit.closedOn && <UnitActions unit={unit} />}
      />
      <AsOfNotice asOf={asOf} />
      <UnitStanding unit={unit} />
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[3fr_2fr]">
        <div className="grid content-start gap-10">
          {unit.children.length > 0 && (
            <section aria-labelledby="below" className="grid gap-4">
              <h2 id="below">
                <Trans>Units below</Trans>
              </h2>
              <UnitTable caption={<Trans>Units below</Trans>} rows={unit.children} asOf={asOf} />
            </section>
          )}
          <section aria-labelledby="history" className="grid gap-4">
            <h2 id="history">
              <Trans>History</Trans>
            </h2>
            <UnitHistory history={unit.history} />
            {unit.tookOver.length > 0 && <UnitsTakenOver units={unit.tookOver} />}
          </section>
        </div>
        <div className="grid content-start gap-10">
          <UnitFacts unit={unit} />
          <AsOfForm key={asOf} asOf={asOf} />
        </div>
      </div>
    </div>
  )
}

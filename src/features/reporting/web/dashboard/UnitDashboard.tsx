import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { UnitId } from '../../../../contract/primitives.ts'
import { Breadcrumbs } from '../../../../web/design-system/Breadcrumbs.tsx'
import { EmptyState } from '../../../../web/design-system/EmptyState.tsx'
import { LinkButton } from '../../../../web/design-system/LinkButton.tsx'
import { PageHeader } from '../../../../web/design-system/PageHeader.tsx'
import { usePageTitle } from '../../../../web/layout/page-title.tsx'
import { paths } from '../../../../web/paths.ts'
import { useMay } from '../../../../web/session.ts'
import { useUnitWords } from '../../../organisation/web/public.tsx'
import type { UnitLabel } from '../../contract.ts'
import { useLanguage } from '../current-language.ts'
import { countedHere, type DashboardAddress, levelOf, toUnit } from '../dashboard-address.ts'
import { PeopleSection } from '../people/PeopleSection.tsx'
import { reportingQueries } from '../queries.ts'
import { AnnualFigures } from './AnnualFigures.tsx'
import { CoursesSection } from './CoursesSection.tsx'
import { DashboardFigures } from './DashboardFigures.tsx'
import { DashboardFilters } from './DashboardFilters.tsx'
import { DashboardLede, useDashboardTitle } from './DashboardLede.tsx'
import { TrendSection } from './TrendSection.tsx'
import { UnitsSection } from './UnitsSection.tsx'

/** From here on the table takes the whole width, and what follows it needs a way past it. */
const manyOffices = 20
const annualId = 'annual-report'

export function UnitDashboard({
  unitId,
  address,
  myUnits,
}: {
  unitId: UnitId
  address: DashboardAddress
  myUnits: readonly UnitLabel[]
}) {
  const { t } = useLingui()
  const [search] = useSearchParams()
  const counted = countedHere(address, unitId)
  const { data: here } = useSuspenseQuery(reportingQueries.dashboard(counted, useLanguage()))
  const title = useDashboardTitle(here)
  usePageTitle(title)
  const { label } = useUnitWords()
  const isEmpty = here.summary.all === 0
  const level = levelOf(address, here)
  const isLong = level === 'offices' && here.officeCount > manyOffices
  const units = <UnitsSection counted={counted} level={level} address={address} here={here} />
  const besides = (
    <>
      {!isEmpty && <TrendSection here={here} />}
      {here.courses.length > 0 && <CoursesSection here={here} address={address} />}
    </>
  )
  return (
    <div className="grid gap-8">
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[
              ...here.ancestors.map((unit) => ({
                label: label(unit),
                to: toUnit(search, unit.unitId),
              })),
              { label: label(here.unit) },
            ]}
          />
        }
        title={title}
        lede={<DashboardLede here={here} address={address} />}
        actions={
          isLong && (
            <LinkButton look="quiet" to={{ search: search.toString(), hash: annualId }}>
              <Trans>Figures for the annual report</Trans>
            </LinkButton>
          )
        }
      />
      {(here.summary.people > 0 || myUnits.length > 1) && (
        <DashboardFilters here={here} address={address} myUnits={myUnits} />
      )}
      {isEmpty ? (
        <NothingYet people={here.summary.people} />
      ) : (
        <div data-tour="figures">
          <DashboardFigures here={here} />
        </div>
      )}
      {isLong ? (
        <>
          <div className="grid items-start gap-x-11 gap-y-10 lg:grid-cols-2">{besides}</div>
          {units}
        </>
      ) : (
        <div className="grid items-start gap-x-11 gap-y-10 lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)]">
          {units}
          <div className="grid gap-10">{besides}</div>
        </div>
      )}
      {here.mayReadPeople && here.summary.people > 0 && !isEmpty && (
        <PeopleSection counted={counted} address={address} here={here} />
      )}
      {here.summary.people > 0 && (
        <section
          id={annualId}
          aria-label={t`Annual report`}
          className="scroll-mt-6 border-line border-t pt-8"
        >
          <AnnualFigures
            unitId={unitId}
            unitName={label(here.unit)}
            asOf={here.asOf}
            year={address.year}
          />
        </section>
      )}
    </div>
  )
}

function NothingYet({ people }: { people: number }) {
  const mayAssign = useMay()('learning.assign')
  if (people === 0)
    return (
      <EmptyState title={<Trans>Nobody works in this unit yet</Trans>}>
        <Trans>Figures appear as soon as people have joined the unit and begun a course.</Trans>
      </EmptyState>
    )
  return (
    <EmptyState
      title={<Trans>Nobody has a course here yet</Trans>}
      action={
        mayAssign && (
          <LinkButton to={paths.assignments()} look="quiet">
            <Trans>Assign a course</Trans>
          </LinkButton>
        )
      }
    >
      <Trans>
        Completed, on the way, overdue and not begun will be shown here, office by office, once a
        course is assigned to this unit or people enrol.
      </Trans>
    </EmptyState>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { StackedBar, StackedBarLegend } from '../../../../web/design-system/StackedBar.tsx'
import { type Column, Table } from '../../../../web/design-system/Table.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { useUnitWords } from '../../../organisation/web/public.tsx'
import type { UnitRow } from '../../contract.ts'
import { changed, type DashboardAddress, toUnit } from '../dashboard-address.ts'
import { ExportButtons } from '../ExportButtons.tsx'
import { type CountedHere, reportingQueries, type UnitLevel } from '../queries.ts'
import { ViewLinks } from '../ViewLinks.tsx'
import type { Here } from './here.ts'
import { ShareCell } from './ShareCell.tsx'

/** Below these, one level down and all offices are not the same. */
const groupsCounties = ['country', 'region']

/** The units below with their bars; each leads one step down. Nothing where there is no unit below. */
export function UnitsSection({
  counted,
  level,
  address,
  here,
}: {
  counted: CountedHere
  level: UnitLevel
  address: DashboardAddress
  here: Here
}) {
  const { t } = useLingui()
  const [search] = useSearchParams()
  const { sort, descending } = address
  const { rows } = useSuspenseQuery(reportingQueries.units(counted, level, sort, descending)).data
  const columns = useColumns(address.onlyRequired, level)
  if (rows.every(({ isRest }) => isRest)) return null
  return (
    <section className="grid gap-4">
      <div data-tour="units" className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h2>{level === 'offices' ? <Trans>By office</Trans> : <Trans>By unit</Trans>}</h2>
        {groupsCounties.includes(here.unit.kind) && (
          <ViewLinks
            label={t`Rows of the table`}
            links={[
              {
                to: changed(search, { level: 'offices' }),
                label: t`All offices`,
                isCurrent: level === 'offices',
              },
              {
                to: changed(search, { level: 'children' }),
                label: t`One level down`,
                isCurrent: level === 'children',
              },
            ]}
          />
        )}
      </div>
      <StackedBarLegend />
      <Table
        caption={t`Completed, on the way, overdue and not begun, by unit`}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.unitId}
        sort={{
          columnId: sort,
          direction: descending ? 'descending' : 'ascending',
          parameter: 'sort',
        }}
      />
      <ExportButtons what="units" input={{ ...counted, level }} />
    </section>
  )
}

function useColumns(onlyRequired: boolean, level: UnitLevel): Column<UnitRow>[] {
  const { t } = useLingui()
  const format = useFormat()
  const [search] = useSearchParams()
  const { label } = useUnitWords()
  return [
    {
      id: 'name',
      header: level === 'offices' ? <Trans>Office</Trans> : <Trans>Unit</Trans>,
      isSortable: true,
      cell: (row) =>
        row.isRest ? (
          <span className="font-normal text-ink-2">
            {row.name} <Trans>(outside the units above)</Trans>
          </span>
        ) : (
          <Link to={toUnit(search, row.unitId)}>{label(row)}</Link>
        ),
    },
    {
      id: 'people',
      header: <Trans>People</Trans>,
      align: 'end',
      isSortable: true,
      hideOnPhone: true,
      cell: (row) => format.number(row.people),
    },
    {
      id: 'bar',
      header: onlyRequired ? <Trans>Required courses</Trans> : <Trans>All courses</Trans>,
      width: '30%',
      cell: (row) =>
        row.all === 0 ? (
          <span className="text-ink-3 text-sm">{t`nobody enrolled`}</span>
        ) : (
          <StackedBar standing={row} subject={label(row)} />
        ),
    },
    {
      id: 'share',
      header: <Trans>Completed</Trans>,
      align: 'end',
      isSortable: true,
      cell: (row) => <ShareCell part={row.completed} all={row.all} />,
    },
    {
      id: 'overdue',
      header: <Trans>Overdue</Trans>,
      align: 'end',
      isSortable: true,
      cell: (row) =>
        row.overdue > 0 ? (
          <span className="font-semibold text-late">{format.number(row.overdue)}</span>
        ) : (
          format.number(0)
        ),
    },
  ]
}

import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { MoreRows } from '../../../../web/design-system/MoreRows.tsx'
import { Table } from '../../../../web/design-system/Table.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { useMay } from '../../../../web/session.ts'
import { useLanguage } from '../current-language.ts'
import type { Here } from '../dashboard/here.ts'
import { changed, type DashboardAddress, type ShownState } from '../dashboard-address.ts'
import { ExportButtons } from '../ExportButtons.tsx'
import { type CountedHere, reportingQueries } from '../queries.ts'
import { ViewLinks } from '../ViewLinks.tsx'
import { usePeopleColumns } from './people-columns.tsx'
import { RemindAll } from './RemindAll.tsx'
import { useRemind } from './use-remind.ts'

/** People by name, where that is mine to see; open courses can be reminded of from here. */
export function PeopleSection({
  counted,
  address,
  here,
}: {
  counted: CountedHere
  address: DashboardAddress
  here: Here
}) {
  const { t } = useLingui()
  const format = useFormat()
  const [search] = useSearchParams()
  const mayRemind = useMay()('learning.remind')
  const state = address.personState === 'all' ? undefined : address.personState
  const list = useSuspenseInfiniteQuery(reportingQueries.people(counted, state, useLanguage()))
  const remind = useRemind(counted.unitId, here.asOf)
  const rows = list.data.pages.flatMap((page) => page.rows)
  const total = list.data.pages[0]?.total ?? 0
  const columns = usePeopleColumns({
    asOf: here.asOf,
    hasCourse: !counted.courseId,
    remind: mayRemind && state !== 'completed' ? remind : null,
  })
  const { summary } = here
  const states: { state: ShownState; label: string; count: number }[] = [
    { state: 'overdue', label: t`Overdue`, count: summary.overdue },
    { state: 'on-the-way', label: t`On the way`, count: summary.onTheWay },
    { state: 'not-begun', label: t`Not begun`, count: summary.notBegun },
    { state: 'completed', label: t`Completed`, count: summary.completed },
    { state: 'all', label: t`All`, count: summary.all },
  ]
  return (
    <section className="grid gap-4">
      <div data-tour="people" className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h2>
          <Trans>People</Trans>
        </h2>
        {mayRemind && state !== 'completed' && (
          <RemindAll rows={rows.filter(remind.canRemind)} remind={remind} />
        )}
      </div>
      <ViewLinks
        label={t`People by state`}
        look="tabs"
        links={states.map((each) => ({
          to: changed(search, { 'person-state': each.state }),
          label: each.label,
          count: format.number(each.count),
          isCurrent: each.state === address.personState,
        }))}
      />
      {rows.length === 0 ? (
        <p className="py-6 text-ink-2">
          {address.personState === 'overdue' ? (
            <Trans>Nobody is overdue here. Nothing to remind of.</Trans>
          ) : (
            <Trans>Nobody is in this state here.</Trans>
          )}
        </p>
      ) : (
        <>
          <Table
            caption={t`People, their courses and how far they are`}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.enrolmentId}
          />
          <MoreRows
            shown={rows.length}
            total={total}
            hasMore={list.hasNextPage}
            isPending={list.isFetchingNextPage}
            onMore={() => list.fetchNextPage()}
          />
          <ExportButtons what="people" input={{ ...counted, state }} />
        </>
      )}
    </section>
  )
}

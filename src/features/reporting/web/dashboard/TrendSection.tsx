import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense } from 'react'
import { Disclosure } from '../../../../web/design-system/Disclosure.tsx'
import { Table } from '../../../../web/design-system/Table.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { type Here, isNetwork } from './here.ts'
import { trendOf } from './trend.ts'

/** Loaded when a chart is due: nobody else needs the library. */
const TrendChart = lazy(async () => ({ default: (await import('./TrendChart.tsx')).TrendChart }))

/** The chart, its sentence, and the table behind it. */
export function TrendSection({ here }: { here: Here }) {
  const { t } = useLingui()
  const format = useFormat()
  const trend = trendOf(here)
  const isAlone = isNetwork(here)
  const { completed } = trend.lastFour
  const rate = format.decimal(trend.lastFour.here)
  const networkRate = format.decimal(trend.lastFour.network)
  const sentence = isAlone
    ? t`${plural(completed, { one: '# course was completed in the last four full weeks', other: '# courses were completed in the last four full weeks' })}: ${rate} per 100 people.`
    : t`${plural(completed, { one: '# course was completed in the last four full weeks', other: '# courses were completed in the last four full weeks' })}: ${rate} per 100 people. In the network: ${networkRate} per 100 people.`
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Completed, week by week</Trans>
      </h2>
      <p className="text-ink-2">{sentence}</p>
      <Suspense fallback={<div className="h-64" />}>
        <TrendChart trend={trend} isAlone={isAlone} label={sentence} />
      </Suspense>
      <p className="text-ink-3 text-sm">
        {isAlone ? (
          <Trans>Completed courses per 100 people and week. The last week is still running.</Trans>
        ) : (
          <Trans>
            Completed courses per 100 people and week, here and in the network, so that both can be
            compared. The last week is still running.
          </Trans>
        )}
      </p>
      <Disclosure title={<Trans>The numbers behind the chart</Trans>}>
        <Table
          caption={t`Completed courses by week`}
          rows={trend.weeks.toReversed()}
          rowKey={({ week }) => week}
          columns={[
            {
              id: 'week',
              header: <Trans>Week from</Trans>,
              cell: ({ week, isRunning }) => (
                <>
                  {format.dateShort(week)}
                  {isRunning && (
                    <span className="font-normal text-ink-3">
                      {' '}
                      <Trans>(running)</Trans>
                    </span>
                  )}
                </>
              ),
            },
            {
              id: 'completed',
              header: <Trans>Completed</Trans>,
              align: 'end' as const,
              cell: (row) => format.number(row.completed),
            },
            {
              id: 'here',
              header: <Trans>Per 100 people</Trans>,
              align: 'end' as const,
              cell: (row) => format.decimal(row.here),
            },
            ...(isAlone
              ? []
              : [
                  {
                    id: 'network',
                    header: <Trans>Network per 100 people</Trans>,
                    align: 'end' as const,
                    cell: (row: { network: number }) => format.decimal(row.network),
                  },
                ]),
          ]}
        />
      </Disclosure>
    </section>
  )
}

import { Trans } from '@lingui/react/macro'
import { FigureStrip } from '../../../../web/design-system/FigureStrip.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { wholePercent } from '../../model/whole-percent.ts'
import { type Here, isNetwork } from './here.ts'

/** Every number with what it is a part of, and the network's beside it. */
export function DashboardFigures({ here }: { here: Here }) {
  const { summary, network } = here
  const isAlone = isNetwork(here)
  const format = useFormat()
  const share = (part: number, all: number) => format.percent((wholePercent(part, all) ?? 0) / 100)
  const all = format.number(summary.all)
  const completed = format.number(summary.completed)
  const hours = (minutes: number) => minutes / 60
  const perPerson = (sums: { learnedMinutes: number; people: number }) =>
    format.decimal(sums.people === 0 ? 0 : hours(sums.learnedMinutes) / sums.people)
  const hoursPerPerson = perPerson(summary)
  const networkHours = perPerson(network)
  const ofAll = (part: 'onTheWay' | 'overdue') => {
    const ownShare = share(summary[part], summary.all)
    const networkShare = share(network[part], network.all)
    return isAlone ? (
      <Trans>
        {ownShare} of {all}
      </Trans>
    ) : (
      <Trans>
        {ownShare} of {all} · network {networkShare}
      </Trans>
    )
  }
  const networkShare = share(network.completed, network.all)
  return (
    <FigureStrip
      figures={[
        {
          label: <Trans>Completed</Trans>,
          value: share(summary.completed, summary.all),
          note: isAlone ? (
            <Trans>
              {completed} of {all}
            </Trans>
          ) : (
            <Trans>
              {completed} of {all} · network {networkShare}
            </Trans>
          ),
        },
        {
          label: <Trans>On the way</Trans>,
          value: format.number(summary.onTheWay),
          note: ofAll('onTheWay'),
        },
        {
          label: <Trans>Overdue</Trans>,
          value: format.number(summary.overdue),
          note: ofAll('overdue'),
        },
        {
          label: <Trans>Hours of learning</Trans>,
          value: format.number(Math.round(hours(summary.learnedMinutes))),
          note: isAlone ? (
            <Trans>{hoursPerPerson} per person</Trans>
          ) : (
            <Trans>
              {hoursPerPerson} per person · network {networkHours}
            </Trans>
          ),
        },
      ]}
    />
  )
}

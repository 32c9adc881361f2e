import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../i18n/format.ts'

/** Numbers of people or courses in each state. */
export type Standing = {
  completed: number
  onTheWay: number
  overdue: number
  notBegun: number
}

const parts = ['completed', 'onTheWay', 'overdue', 'notBegun'] as const

const fills: Record<keyof Standing, string> = {
  completed:
    'bg-brand [print-color-adjust:exact] forced-colors:bg-[Highlight] forced-colors:forced-color-adjust-none',
  onTheWay: 'half-brand',
  overdue: 'hatched',
  notBegun: 'bg-track [print-color-adjust:exact]',
}

/** One office or course as a bar of four parts; the numbers are in its name. */
export function StackedBar({ standing, subject }: { standing: Standing; subject: string }) {
  const { t } = useLingui()
  const format = useFormat()
  const { completed, onTheWay, overdue, notBegun } = standing
  const total = completed + onTheWay + overdue + notBegun
  const figures = [completed, onTheWay, overdue, notBegun].map(format.number)
  return (
    <div
      role="img"
      aria-label={t`${subject}: completed ${figures[0]}, on the way ${figures[1]}, overdue ${figures[2]}, not begun ${figures[3]}`}
      className="flex h-[1.125rem] min-w-32 gap-px overflow-hidden rounded-sm bg-sunken forced-colors:border"
    >
      {parts.map(
        (part) =>
          standing[part] > 0 && (
            <span
              key={part}
              className={`block h-full min-w-[3px] ${fills[part]}`}
              style={{ width: `${(standing[part] / total) * 100}%` }}
            />
          ),
      )}
    </div>
  )
}

/** Stands once above the bars it explains. */
export function StackedBarLegend() {
  const words: Record<keyof Standing, React.ReactNode> = {
    completed: <Trans>completed</Trans>,
    onTheWay: <Trans>on the way</Trans>,
    overdue: <Trans>overdue</Trans>,
    notBegun: <Trans>not begun</Trans>,
  }
  return (
    <ul className="flex flex-wrap gap-x-4.5 gap-y-1 text-ink-2 text-sm">
      {parts.map((part) => (
        <li key={part} className="flex items-center gap-1.5">
          <span
            aria-hidden="true"
            className={`size-3.5 rounded-[3px] forced-colors:border ${fills[part]}`}
          />
          {words[part]}
        </li>
      ))}
    </ul>
  )
}

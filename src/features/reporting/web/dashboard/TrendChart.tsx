import { useLingui } from '@lingui/react/macro'
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceDot,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts'
import { useFormat } from '../../../../web/i18n/format.ts'
import type { Trend } from './trend.ts'

/** Two lines with their names at the end; still, since nothing moved. The sentence is its text alternative. */
export function TrendChart({
  trend: { weeks },
  isAlone,
  label,
}: {
  trend: Trend
  /** The unit is the network: one line. */
  isAlone: boolean
  label: string
}) {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const dayAndMonth = new Intl.DateTimeFormat(i18n.locale === 'en' ? 'en-GB' : i18n.locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
  const last = weeks.at(-1)
  if (!last) return null
  const top = Math.max(...weeks.map((each) => Math.max(each.here, isAlone ? 0 : each.network)))
  const isNear = !isAlone && Math.abs(last.here - last.network) < top * nearShare
  const isLow = Math.min(last.here, isAlone ? last.here : last.network) < top * lowShare
  const lift = isLow ? nearShift * (isNear ? 2 : 1) : 0
  const shift = (isUpper: boolean) => (isNear ? (isUpper ? -nearShift : nearShift) : 0) - lift
  const isHereUpper = last.here >= last.network
  return (
    <div role="img" aria-label={label} className="h-64 text-sm">
      <ResponsiveContainer width="100%" height="100%">
        <LineChart
          data={weeks}
          accessibilityLayer={false}
          margin={{ top: 20, right: 84, bottom: 4, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="week"
            tickFormatter={(week: string) => dayAndMonth.format(new Date(week))}
            minTickGap={44}
            stroke="var(--line-strong)"
            tick={{ fill: 'var(--ink-3)', fontSize: 13 }}
            tickLine={false}
          />
          <YAxis
            width={36}
            tickFormatter={(value: number) => format.decimal(value)}
            tickCount={4}
            axisLine={false}
            tickLine={false}
            tick={{ fill: 'var(--ink-3)', fontSize: 13 }}
          />
          {!isAlone && (
            <Line
              dataKey="network"
              type="linear"
              stroke="var(--ink-3)"
              strokeWidth={2}
              strokeDasharray="5 5"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          )}
          <Line
            dataKey="here"
            type="linear"
            stroke="var(--brand)"
            strokeWidth={3}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          <ReferenceDot
            x={last.week}
            y={last.here}
            r={5}
            fill="var(--surface)"
            stroke="var(--brand)"
            strokeWidth={3}
            label={endLabel({
              name: isAlone ? t`this week` : t`here`,
              value: format.decimal(last.here),
              dy: shift(isHereUpper),
              fill: 'var(--ink)',
            })}
          />
          {!isAlone && (
            <ReferenceDot
              x={last.week}
              y={last.network}
              r={0}
              label={endLabel({
                name: t`network`,
                value: format.decimal(last.network),
                dy: shift(!isHereUpper),
                fill: 'var(--ink-3)',
              })}
            />
          )}
        </LineChart>
      </ResponsiveContainer>
    </div>
  )
}

/** Ends nearer than this share of the height would write over each other. */
const nearShare = 0.2
const nearShift = 19
/** An end lower than this would write over the axis. */
const lowShare = 0.12

type EndLabel = { name: string; value: string; dy: number; fill: string }

/** Right of the end of its line, in a margin that no line enters. */
const endLabel = ({ name, value, dy, fill }: EndLabel) => {
  return ({ viewBox }: { viewBox?: { x?: number; y?: number; width?: number } }) => {
    const { x = 0, y = 0, width = 0 } = viewBox ?? {}
    const left = x + width / 2 + 12
    return (
      <text x={left} y={y + width / 2 + dy} fill={fill}>
        <tspan x={left} fontSize={13}>
          {name}
        </tspan>
        <tspan x={left} dy={17} fontSize={15} fontWeight={650}>
          {value}
        </tspan>
      </text>
    )
  }
}

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
  const hereText = format.decimal(last.here)
  const networkText = format.decimal(last.network)
  const isHereAbove = last.here >= last.network
  return (
    <div role="img" aria-label={label} className="h-64 text-sm">
      <ResponsiveContainer width="100%" height="100%">
        <LineChart
          data={weeks}
          accessibilityLayer={false}
          margin={{ top: 28, right: 12, bottom: 4, left: 0 }}
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
            label={endLabel(
              isAlone ? t`${hereText} this week` : t`here ${hereText}`,
              isAlone || isHereAbove,
              'var(--ink)',
              600,
            )}
          />
          {!isAlone && (
            <ReferenceDot
              x={last.week}
              y={last.network}
              r={0}
              label={endLabel(t`network ${networkText}`, !isHereAbove, 'var(--ink-3)', 400)}
            />
          )}
        </LineChart>
      </ResponsiveContainer>
    </div>
  )
}

/** Beside the end of its line, above or below it, so that the two never lie on each other. */
const endLabel = (text: string, isAbove: boolean, fill: string, fontWeight: number) => {
  return ({ viewBox }: { viewBox?: { x?: number; y?: number; width?: number } }) => {
    const { x = 0, y = 0, width = 0 } = viewBox ?? {}
    return (
      <text
        x={x + width}
        y={y + width / 2 + (isAbove ? -14 : 22)}
        textAnchor="end"
        fill={fill}
        fontWeight={fontWeight}
        stroke="var(--paper)"
        strokeWidth={4}
        paintOrder="stroke"
      >
        {text}
      </text>
    )
  }
}

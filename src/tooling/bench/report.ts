import type { Figures } from './load.ts'

export type Measured = {
  name: string
  kind: 'read' | 'write' | 'export' | 'floor'
  runs: Figures[]
}

/** The run in the middle by p95, of an odd number of runs. */
export function medianRun(runs: readonly Figures[]): Figures {
  const sorted = runs.toSorted((one, other) => one.p95 - other.p95)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (!middle) throw new Error('nothing was measured')
  return middle
}

/** A table for docs/benchmarks.md; `share` is requests a second against the one-row floor at as many connections. */
export function markdown(
  measured: readonly { name: string; figures: Figures; share: number }[],
): string {
  const head = ['', 'connections', 'p50 ms', 'p95 ms', 'p99 ms', 'requests/s', 'of floor', 'bytes']
  const rows = measured.map(({ name, figures, share }) => [
    name,
    String(figures.connections),
    ...[figures.p50, figures.p95, figures.p99].map((ms) => ms.toFixed(1)),
    figures.perSecond.toFixed(0),
    `${(share * 100).toFixed(0)} %`,
    figures.bytes.toFixed(0),
  ])
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(head),
    line(head.map((_, index) => (index === 0 ? '---' : '--:'))),
    ...rows.map(line),
  ].join('\n')
}

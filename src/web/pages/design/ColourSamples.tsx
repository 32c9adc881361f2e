import { Trans } from '@lingui/react/macro'

const grounds = ['paper', 'surface', 'sunken', 'line', 'line-strong']
const inks = ['ink', 'ink-2', 'ink-3', 'brand', 'brand-strong']
const states = ['due', 'late', 'done', 'info'] as const

export function ColourSamples() {
  const words: Record<(typeof states)[number], React.ReactNode> = {
    due: <Trans>Ochre: due</Trans>,
    late: <Trans>Brick: overdue</Trans>,
    done: <Trans>Leaf: done</Trans>,
    info: <Trans>Blue: information and law</Trans>,
  }
  return (
    <div className="grid gap-6">
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-5">
        {[...grounds, ...inks].map((name) => (
          <li key={name}>
            <span
              aria-hidden="true"
              className="block h-14 rounded-md border border-line"
              style={{ background: `var(--${name})` }}
            />
            <code translate="no" className="font-sans text-ink-2 text-sm">
              {name}
            </code>
          </li>
        ))}
      </ul>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {states.map((name) => (
          <li
            key={name}
            className="rounded-md border border-line p-4 font-semibold"
            style={{ background: `var(--${name}-soft)`, color: `var(--${name})` }}
          >
            {words[name]}
          </li>
        ))}
      </ul>
    </div>
  )
}

export type Figure = {
  label: React.ReactNode
  value: React.ReactNode
  /** Denominator, comparison or date: a number never stands alone. */
  note: React.ReactNode
}

/** What matters in numbers, between two rules; two to four of them. */
export function FigureStrip({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="grid grid-cols-2 border-ink border-t-2 border-b border-b-line lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none">
      {figures.map((figure, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: figures stand in a fixed order
          key={index}
          className="border-line py-4 pe-4 max-lg:even:ps-4 max-lg:[&:nth-child(n+3)]:border-t max-lg:odd:border-e lg:border-e lg:pe-5 lg:last:border-e-0 lg:not-first:ps-5"
        >
          <dt className="text-ink-3 text-sm">{figure.label}</dt>
          <dd>
            <span className="block whitespace-nowrap font-bold text-2xl leading-tight tracking-[-0.02em] sm:text-3xl">
              {figure.value}
            </span>
            <span className="block text-ink-3 text-sm">{figure.note}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

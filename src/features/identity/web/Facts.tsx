/** Names and values under each other; what is not known is left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, React.ReactNode])[] }) {
  return (
    <dl className="border-line border-t">
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div
            key={name}
            className="grid gap-x-6 border-line border-b py-2.5 sm:grid-cols-[minmax(9rem,2fr)_3fr]"
          >
            <dt className="text-ink-2">{name}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
    </dl>
  )
}

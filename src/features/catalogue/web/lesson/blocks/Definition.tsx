/** A term between two rules, as in a register. */
export function Definition({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <dl className="border-line border-y py-4">
      <dt className="font-semibold">{term}</dt>
      <dd className="text-ink-2">{children}</dd>
    </dl>
  )
}

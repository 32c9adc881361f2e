/** A named example; states of one component stand side by side where they fit. */
export function Sample({
  name,
  children,
  wide = false,
}: {
  /** The component's name in code, the same in every language. */
  name: string
  children: React.ReactNode
  wide?: boolean
}) {
  return (
    <div className={`min-w-0 ${wide ? 'lg:col-span-full' : ''}`}>
      <p lang="en" translate="no" className="mb-2 text-ink-3 text-sm">
        {name}
      </p>
      {children}
    </div>
  )
}

export function Samples({ children }: { children: React.ReactNode }) {
  return <div className="grid gap-x-12 gap-y-9 lg:grid-cols-2">{children}</div>
}

/** For the one thing to do next, and for side notes; lists are ruled rows, never cards. */
export function Card({
  children,
  className = '',
  labelledBy,
}: {
  children: React.ReactNode
  className?: string
  labelledBy?: string
}) {
  return (
    <section
      aria-labelledby={labelledBy}
      className={`rounded-lg border border-line bg-surface px-5.5 py-5 ${className}`}
    >
      {children}
    </section>
  )
}

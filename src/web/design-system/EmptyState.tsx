/** Says what will be here and how it comes, with the one thing that brings it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: React.ReactNode
  children: React.ReactNode
  action?: React.ReactNode
}) {
  return (
    <div className="grid justify-items-start gap-3 border-line border-y py-8 sm:grid-cols-[auto_1fr] sm:gap-x-6">
      <svg width="64" height="64" viewBox="0 0 64 64" aria-hidden="true" className="sm:row-span-2">
        <rect x="10" y="6" width="44" height="52" rx="4" fill="var(--brand-soft)" />
        <g fill="none" stroke="var(--brand-strong)" strokeWidth="2" strokeLinecap="round">
          <rect x="10" y="6" width="44" height="52" rx="4" />
          <path d="M18 18h14" />
          <path d="M18 29h28M18 39h28M18 49h28" opacity="0.35" />
        </g>
      </svg>
      <div>
        <h3>{title}</h3>
        <div className="mt-1 max-w-[60ch] text-ink-2">{children}</div>
      </div>
      {action && <div>{action}</div>}
    </div>
  )
}

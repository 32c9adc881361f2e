/** The page's subject as a sentence, one line of what matters now, and what can be done with the whole. */
export function PageHeader({
  title,
  lede,
  above,
  actions,
}: {
  title: React.ReactNode
  lede?: React.ReactNode
  /** Breadcrumbs, or a line of origin. */
  above?: React.ReactNode
  actions?: React.ReactNode
}) {
  return (
    <div className="flex flex-wrap items-end gap-x-8 gap-y-4">
      <div className="min-w-0 flex-1 basis-96">
        {above && <div className="mb-2.5 text-ink-3 text-sm">{above}</div>}
        <h1>{title}</h1>
        {lede && <p className="mt-2 max-w-[60ch] text-ink-2 text-lg">{lede}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
    </div>
  )
}

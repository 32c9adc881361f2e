import { Link } from 'react-router'

export type ViewLink = {
  to: string
  label: React.ReactNode
  count?: string | undefined
  isCurrent: boolean
}

const looks = {
  segments: {
    list: 'inline-flex overflow-hidden rounded-md border border-line-strong max-sm:grid',
    item: 'inline-flex min-h-[2.625rem] w-full items-center gap-2 px-4 text-ink no-underline -outline-offset-3 hover:bg-sunken hover:text-ink aria-[current=true]:bg-ink aria-[current=true]:font-semibold aria-[current=true]:text-paper',
  },
  tabs: {
    list: 'flex flex-wrap gap-x-1 border-line border-b',
    item: '-mb-px inline-flex min-h-11 items-center gap-2 border-transparent border-b-3 px-3 text-ink-2 no-underline hover:border-b-line-strong hover:text-ink aria-[current=true]:border-b-brand aria-[current=true]:font-semibold aria-[current=true]:text-ink',
  },
}

/** Ways to look at the same page as links; unlike Tabs the caller says which is current, since defaults stand in no address. */
export function ViewLinks({
  label,
  links,
  look = 'segments',
}: {
  label: string
  links: readonly ViewLink[]
  look?: keyof typeof looks
}) {
  return (
    <nav aria-label={label} className="no-print">
      <ul className={looks[look].list}>
        {links.map(({ to, label: words, count, isCurrent }) => (
          <li key={to}>
            <Link
              to={to}
              preventScrollReset
              aria-current={isCurrent ? 'true' : undefined}
              className={looks[look].item}
            >
              {words}
              {count !== undefined && <span className="font-normal text-sm">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

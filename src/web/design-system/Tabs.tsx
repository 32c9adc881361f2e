import { Link, useLocation } from 'react-router'

export type Tab = {
  /** Path, with or without query: a tab is an address, so it survives reload and sharing. */
  to: string
  label: React.ReactNode
  /** Shown after the label. */
  count?: string
}

const looks = {
  line: {
    list: 'flex flex-wrap gap-x-1 border-line border-b',
    item: '-mb-px inline-flex min-h-11 items-center gap-2 border-transparent border-b-3 px-3 text-ink-2 no-underline hover:border-b-line-strong hover:text-ink aria-[current=page]:border-b-brand aria-[current=page]:font-semibold aria-[current=page]:text-ink not-aria-[current=page]:forced-colors:border-[Canvas]',
  },
  segments: {
    list: 'inline-flex flex-wrap overflow-hidden rounded-md border border-line-strong',
    item: 'inline-flex min-h-[2.625rem] items-center gap-2 px-4 text-ink no-underline -outline-offset-3 hover:bg-sunken hover:text-ink aria-[current=page]:bg-ink aria-[current=page]:font-semibold aria-[current=page]:text-paper',
  },
}

/** Views of one subject, as links; `segments` for two or three ways to look at the same rows. */
export function Tabs({
  label,
  tabs,
  look = 'line',
}: {
  label: string
  tabs: readonly Tab[]
  look?: keyof typeof looks
}) {
  const { pathname, search } = useLocation()
  const current = tabs
    .filter((tab) => leadsHere(tab, pathname, search))
    .toSorted((a, b) => a.to.length - b.to.length)
    .at(-1)
  return (
    <nav aria-label={label} className="no-print">
      <ul className={looks[look].list}>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link
              to={tab.to}
              preventScrollReset
              aria-current={tab === current ? 'page' : undefined}
              className={looks[look].item}
            >
              {tab.label}
              {tab.count && <span className="font-normal text-sm opacity-80">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Several may: the tab without parameters, and the one whose parameters stand in the address. The longest is meant. */
function leadsHere(tab: Tab, pathname: string, search: string): boolean {
  const [path, query] = tab.to.split('?')
  if (path !== pathname) return false
  const here = new URLSearchParams(search)
  return [...new URLSearchParams(query)].every(([name, value]) => here.get(name) === value)
}

import { useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { SearchField } from '../../../../web/design-system/SearchField.tsx'
import { type GroupView, groupViews } from './shown-members.ts'

/**
 * Whom the matrix shows, in the address: state and name. The browser's own search finds only what is drawn, and
 * the matrix draws only what is in view.
 */
export function MemberFilter({
  view,
  counts,
}: {
  view: GroupView
  /** Of the whole group. */
  counts: Record<GroupView, number>
}) {
  const { t } = useLingui()
  const [search, setSearch] = useSearchParams()
  const told = search.get('q') ?? ''
  const [typed, setTyped] = useState(told)
  useEffect(() => {
    if (typed.trim() === told) return
    const settled = setTimeout(
      () =>
        setSearch((now) => changed(now, 'q', typed.trim()), {
          replace: true,
          preventScrollReset: true,
        }),
      250,
    )
    return () => clearTimeout(settled)
  }, [typed, told, setSearch])
  const words: Record<GroupView, string> = {
    all: t({ message: 'All', context: 'people' }),
    stuck: t`Stuck`,
    overdue: t`Overdue`,
    open: t`Not completed`,
    completed: t`Completed`,
  }
  return (
    <div className="mt-3 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
      <nav aria-label={t`Whom to show`} className="flex flex-wrap gap-x-5 gap-y-1">
        {groupViews.map((name) => (
          <Link
            key={name}
            to={`?${changed(search, 'show', name === 'all' ? '' : name)}`}
            replace
            preventScrollReset
            aria-current={view === name ? 'true' : undefined}
            className="inline-flex min-h-11 items-center text-ink-2 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
          >
            {words[name]} ({counts[name]})
          </Link>
        ))}
      </nav>
      <search className="no-print min-w-0 basis-80">
        <SearchField label={t`Find a person in the group`} value={typed} onChange={setTyped} />
      </search>
    </div>
  )
}

/** The same address with one part set, or without it when it says nothing. */
function changed(search: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(search)
  if (value) next.set(name, value)
  else next.delete(name)
  return next
}

import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import { Link, useLocation } from 'react-router'
import { Icon } from './Icon.tsx'
import type { Sort } from './sort.ts'

/** A link, so that an order can be shared and gone back from; the second press turns it round. */
export function SortHeader({
  columnId,
  sort,
  children,
}: {
  columnId: string
  sort: Sort
  children: React.ReactNode
}) {
  const { search } = useLocation()
  const isCurrent = sort.columnId === columnId
  const next = new URLSearchParams(search)
  next.set(sort.parameter, isCurrent && sort.direction === 'ascending' ? `-${columnId}` : columnId)
  const icon = !isCurrent ? ArrowUpDown : sort.direction === 'ascending' ? ArrowUp : ArrowDown
  return (
    <Link
      to={{ search: `?${next}` }}
      preventScrollReset
      replace
      className={`inline-flex min-h-6 items-center gap-1 no-underline hover:underline ${isCurrent ? 'text-ink' : 'text-ink-2'}`}
    >
      {children}
      <Icon of={icon} size={15} className={isCurrent ? '' : 'text-ink-3'} />
    </Link>
  )
}

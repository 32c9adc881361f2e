import { Trans, useLingui } from '@lingui/react/macro'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { Role } from '../../../../contract/permission.ts'
import { type Column, TableHead, TableRow } from '../../../../web/design-system/Table.tsx'
import { Tag } from '../../../../web/design-system/Tag.tsx'
import { paths } from '../../../../web/paths.ts'
import { roleNames } from '../role-names.ts'
import { useJobRoleName } from '../use-words-language.ts'

export type PersonRow = {
  id: string
  displayName: string
  email: string
  unitName: string
  jobRole: string | null
  active: boolean
  roles: Role[]
}

/** Only the rows on the screen are in the document; the next ones are fetched before their turn comes. */
export function PeopleTable({
  rows,
  count,
  hasMore,
  onNearEnd,
}: {
  rows: readonly PersonRow[]
  count: number
  hasMore: boolean
  onNearEnd: () => void
}) {
  'use no memo' // The virtualizer is one object that changes inside.
  const columns = useColumns()
  const element = useRef<HTMLTableElement>(null)
  // Null until measured: a margin that changes later would move the page.
  const [measured, setMeasured] = useState<number | null>(null)
  const scrollMargin = measured ?? 0
  useLayoutEffect(() => {
    const box = element.current?.getBoundingClientRect()
    if (box) setMeasured(box.top + window.scrollY)
  }, [])
  const virtualizer = useWindowVirtualizer({
    count: measured === null ? 0 : rows.length,
    estimateSize: () => 62,
    overscan: 12,
    scrollMargin,
  })
  const items = virtualizer.getVirtualItems()
  const lastIndex = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && lastIndex > rows.length - 30) onNearEnd()
  }, [hasMore, lastIndex, rows.length, onNearEnd])
  const before = (items[0]?.start ?? scrollMargin) - scrollMargin
  const after = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? scrollMargin) - scrollMargin)
  return (
    // Roles are written out because the phone's layout takes them from the elements in some browsers.
    <table
      ref={element}
      // biome-ignore lint/a11y/noRedundantRoles: see above
      role="table"
      aria-rowcount={count + 1}
      className="w-full border-collapse max-sm:block"
    >
      <caption className="sr-only">
        <Trans>People</Trans>
      </caption>
      <TableHead columns={columns} />
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <tbody role="rowgroup" className="max-sm:block">
        <Gap height={before} />
        {items.map(({ index }) => {
          const row = rows[index]
          return (
            row && (
              <TableRow
                key={row.id}
                ref={virtualizer.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                columns={columns}
                row={row}
              />
            )
          )
        })}
        <Gap height={after} />
      </tbody>
    </table>
  )
}

/** Stands for the rows that are not drawn. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null
  // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: no row of data, only its height
  return <tr role="presentation" className="block" style={{ height }} />
}

function useColumns(): Column<PersonRow>[] {
  const { t } = useLingui()
  const jobRoleName = useJobRoleName()
  return [
    {
      id: 'name',
      header: t`First and last name`,
      width: '36%',
      cell: (row) => (
        <span className="block">
          <Link to={paths.person(row.id)}>{row.displayName}</Link>
          <span className="block break-all font-normal text-ink-3 text-sm">{row.email}</span>
        </span>
      ),
    },
    {
      id: 'unit',
      header: t`Office`,
      width: '42%',
      cell: (row) => (
        <span className="block">
          {row.unitName}
          {row.jobRole && (
            <span className="block text-ink-3 text-sm">{jobRoleName(row.jobRole)}</span>
          )}
        </span>
      ),
    },
    {
      id: 'roles',
      header: t`Roles`,
      cell: (row) => (
        <span className="flex flex-wrap gap-1.5">
          {!row.active && <Tag tone="late">{t`Closed`}</Tag>}
          {row.roles.length > 0
            ? row.roles.map((role) => <Tag key={role}>{t(roleNames[role])}</Tag>)
            : row.active && <span className="text-ink-3">{t(roleNames.learner)}</span>}
        </span>
      ),
    },
  ]
}

import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { useFormat } from '../i18n/format.ts'
import type { Sort } from './sort.ts'
import { type Column, Table, TableHead, type TableProps, TableRow } from './Table.tsx'

export type DataColumn<Row> = Column<Row> & {
  /** What the column is ordered by; absent: it is not. Words go by the reader's alphabet. */
  sortValue?: (row: Row) => string | number
}

/** From here on only the rows on the screen are in the document. */
const virtualFrom = 100

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })

/** A table whose rows are all here: ordered in the browser, by the address; long ones drawn as they scroll by. */
export function DataTable<Row extends object>({
  columns,
  rows,
  sort,
  ...props
}: Omit<TableProps<Row>, 'columns' | 'sort'> & {
  columns: readonly DataColumn<Row>[]
  sort: Sort
}) {
  'use no memo' // The table is one object that changes inside.
  const format = useFormat()
  const helper = createColumnHelper<typeof features, Row>()
  const table = useTable({
    features,
    data: rows,
    columns: helper.columns(
      columns.map(({ id, sortValue }) =>
        helper.accessor((row) => sortValue?.(row) ?? 0, {
          id,
          sortFn: (a, b) => {
            const [left, right] = [a.getValue(id), b.getValue(id)]
            return typeof left === 'number' && typeof right === 'number'
              ? left - right
              : format.compare(String(left), String(right))
          },
        }),
      ),
    ),
    state: { sorting: [{ id: sort.columnId, desc: sort.direction === 'descending' }] },
  })
  const sorted = table.getRowModel().rows.map((row) => row.original)
  const sortable = columns.map((column) => ({ ...column, isSortable: Boolean(column.sortValue) }))
  const View = sorted.length > virtualFrom ? VirtualTable : Table
  return <View {...props} columns={sortable} rows={sorted} sort={sort} />
}

function VirtualTable<Row>({ caption, columns, rows, rowKey, sort }: TableProps<Row>) {
  'use no memo' // The virtualizer is one object that changes inside.
  const element = useRef<HTMLTableElement>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  useLayoutEffect(() => {
    const box = element.current?.getBoundingClientRect()
    if (box) setScrollMargin(box.top + window.scrollY)
  }, [])
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 46,
    overscan: 12,
    scrollMargin,
  })
  const items = virtualizer.getVirtualItems()
  const before = (items[0]?.start ?? scrollMargin) - scrollMargin
  const after = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? scrollMargin) - scrollMargin)
  return (
    <table
      ref={element}
      // biome-ignore lint/a11y/noRedundantRoles: see Table
      role="table"
      aria-rowcount={rows.length + 1}
      className="w-full border-collapse max-sm:block"
    >
      <caption className="sr-only">{caption}</caption>
      <TableHead columns={columns} sort={sort} />
      {/* biome-ignore lint/a11y/noRedundantRoles: see Table */}
      <tbody role="rowgroup" className="max-sm:block">
        {before > 0 && <Gap height={before} />}
        {items.map(({ index }) => {
          const row = rows[index]
          return (
            row !== undefined && (
              <TableRow
                key={rowKey(row)}
                ref={virtualizer.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                columns={columns}
                row={row}
              />
            )
          )
        })}
        {after > 0 && <Gap height={after} />}
      </tbody>
    </table>
  )
}

/** Room of the rows that are not drawn. */
function Gap({ height }: { height: number }) {
  // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: an empty row would be counted aloud
  return <tr role="presentation" className="block" style={{ height }} />
}

import { SortHeader } from './SortHeader.tsx'
import type { Sort } from './sort.ts'

export type Column<Row> = {
  id: string
  header: React.ReactNode
  cell: (row: Row) => React.ReactNode
  /** Numbers stand at the end of the line, under each other. */
  align?: 'end'
  isSortable?: boolean
  /** What names the row; the first column unless another one says so. */
  isRowHeader?: boolean
  /** CSS width. */
  width?: string
  /** Left out on a phone, where the row's page shows it. */
  hideOnPhone?: boolean
}

export type TableProps<Row> = {
  /** What the table shows; heard by screen readers, seen with `showCaption`. */
  caption: React.ReactNode
  showCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: Sort | undefined
}

/** A real table; on a phone each row becomes a block with the headers before the values. */
export function Table<Row>({ caption, showCaption, columns, rows, rowKey, sort }: TableProps<Row>) {
  return (
    // Roles are written out because the phone's layout takes them from the elements in some browsers.
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <table role="table" className="w-full border-collapse max-sm:block">
      <caption className={showCaption ? 'pb-2 text-start text-ink-2 max-sm:block' : 'sr-only'}>
        {caption}
      </caption>
      <TableHead columns={columns} sort={sort} />
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <tbody role="rowgroup" className="max-sm:block">
        {rows.map((row) => (
          <TableRow key={rowKey(row)} columns={columns} row={row} />
        ))}
      </tbody>
    </table>
  )
}

export function TableHead<Row>({
  columns,
  sort,
}: {
  columns: readonly Column<Row>[]
  sort?: Sort | undefined
}) {
  const isSorted = sort !== undefined && columns.some(({ isSortable }) => isSortable)
  return (
    // On a phone only the orders to choose from stay to be seen: the headers stand before the values.
    // biome-ignore lint/a11y/noRedundantRoles: see Table
    <thead role="rowgroup" className={isSorted ? 'max-sm:block' : 'max-sm:sr-only'}>
      <tr
        // biome-ignore lint/a11y/noRedundantRoles: see Table
        role="row"
        className="max-sm:flex max-sm:flex-wrap max-sm:gap-x-5 max-sm:border-ink max-sm:border-b-2 max-sm:pb-1"
      >
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            // biome-ignore lint/a11y/noRedundantRoles: see Table
            role="columnheader"
            aria-sort={sort?.columnId === column.id ? sort.direction : undefined}
            style={{ width: column.width }}
            className={`border-ink px-3 py-2.5 align-baseline font-semibold text-ink-2 text-sm first:ps-0 last:pe-0 max-sm:w-auto! max-sm:px-0 max-sm:py-1.5 sm:border-b-2 ${column.isSortable && sort ? '' : 'max-sm:sr-only'} ${column.align === 'end' ? 'text-end' : 'text-start'}`}
          >
            {column.isSortable && sort ? (
              <SortHeader columnId={column.id} sort={sort}>
                {column.header}
              </SortHeader>
            ) : (
              column.header
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

export function TableRow<Row>({
  columns,
  row,
  ...rest
}: {
  columns: readonly Column<Row>[]
  row: Row
} & React.ComponentProps<'tr'>) {
  const headerId = (columns.find((column) => column.isRowHeader) ?? columns[0])?.id
  return (
    <tr
      {...rest}
      // biome-ignore lint/a11y/noRedundantRoles: see Table
      role="row"
      className="hover:bg-sunken max-sm:grid max-sm:gap-1 max-sm:border-line max-sm:border-b max-sm:py-3"
    >
      {columns.map((column) => {
        const isHeader = column.id === headerId
        const Cell = isHeader ? 'th' : 'td'
        return (
          <Cell
            key={column.id}
            {...(isHeader ? { scope: 'row', role: 'rowheader' } : { role: 'cell' })}
            className={`px-3 py-2.5 align-middle first:ps-0 last:pe-0 max-sm:p-0 sm:border-line sm:border-b ${
              isHeader ? 'text-start font-semibold' : 'font-normal'
            } ${column.align === 'end' ? 'sm:text-end' : 'text-start'} ${
              column.hideOnPhone ? 'max-sm:hidden' : isHeader ? '' : 'max-sm:flex max-sm:gap-3'
            }`}
          >
            {!isHeader && (
              <span aria-hidden="true" className="w-2/5 shrink-0 text-ink-3 text-sm sm:hidden">
                {column.header}
              </span>
            )}
            <span className="max-sm:min-w-0 max-sm:flex-1 sm:contents">{column.cell(row)}</span>
          </Cell>
        )
      })}
    </tr>
  )
}

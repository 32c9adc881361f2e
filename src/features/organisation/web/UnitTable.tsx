import { useLingui } from '@lingui/react/macro'
import { Link } from 'react-router'
import { type Column, Table } from '../../../web/design-system/Table.tsx'
import { useFormat } from '../../../web/i18n/format.ts'
import type { UnitListRow } from '../contract.ts'
import { officePath } from './offices-address.ts'
import { useUnitWords } from './unit-words.ts'

/** Units under each other, each with its type: names alone do not tell a town from the commune around it. */
export function UnitTable({
  caption,
  rows,
  asOf,
  showPlace = false,
}: {
  caption: React.ReactNode
  rows: readonly UnitListRow[]
  asOf: string | null
  /** The unit above, under the name. */
  showPlace?: boolean
}) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useUnitWords()
  const columns: Column<UnitListRow>[] = [
    {
      id: 'name',
      header: t`Name`,
      width: '46%',
      cell: (row) => (
        <span className="block">
          <Link to={officePath(row.unitId, asOf)}>{row.name}</Link>
          {showPlace && row.parentName && (
            <span className="block font-normal text-ink-3 text-sm">{row.parentName}</span>
          )}
        </span>
      ),
    },
    { id: 'type', header: t`Type of unit`, width: '26%', cell: words.type },
    {
      id: 'below',
      header: t`Units below`,
      align: 'end',
      cell: (row) => (row.childCount > 0 ? format.number(row.childCount) : '–'),
      hideOnPhone: true,
    },
    { id: 'people', header: t`People`, align: 'end', cell: (row) => format.number(row.people) },
  ]
  return <Table caption={caption} columns={columns} rows={rows} rowKey={(row) => row.unitId} />
}

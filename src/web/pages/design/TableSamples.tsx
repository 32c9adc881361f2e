import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { DataTable } from '../../design-system/DataTable.tsx'
import { MoreRows } from '../../design-system/MoreRows.tsx'
import { StackedBar } from '../../design-system/StackedBar.tsx'
import { useSort } from '../../design-system/sort.ts'
import { Table } from '../../design-system/Table.tsx'
import { useFormat } from '../../i18n/format.ts'
import { Sample } from './Sample.tsx'

type Office = { name: string; completed: number; overdue: number }

const few: Office[] = [
  { name: 'Urząd Miejski w Łęcznej', completed: 84, overdue: 2 },
  { name: 'Urząd Gminy Puchaczów', completed: 76, overdue: 1 },
  { name: 'Urząd Gminy Cyców', completed: 66, overdue: 2 },
]

/** As many as there are in the programme, so that drawing by scrolling is looked at too. */
const many: Office[] = Array.from({ length: 137 }, (_, index) => ({
  name: `UG-${String(index + 1).padStart(4, '0')}`,
  completed: (index * 37) % 101,
  overdue: (index * 11) % 9,
}))

export function TableSamples() {
  const { t } = useLingui()
  const format = useFormat()
  const sort = useSort('-completed')
  const [shown, setShown] = useState(50)
  const columns = [
    {
      id: 'name',
      header: t`Office`,
      cell: (row: Office) => row.name,
      sortValue: (row: Office) => row.name,
    },
    {
      id: 'bar',
      header: t`Required courses`,
      cell: ({ name, completed, overdue }: Office) => (
        <StackedBar
          subject={name}
          standing={{
            completed,
            onTheWay: 0,
            overdue,
            notBegun: Math.max(0, 100 - completed - overdue),
          }}
        />
      ),
    },
    {
      id: 'completed',
      header: t`Completed`,
      align: 'end' as const,
      cell: (row: Office) => format.percent(row.completed / 100),
      sortValue: (row: Office) => row.completed,
    },
    {
      id: 'overdue',
      header: t`Overdue`,
      align: 'end' as const,
      cell: (row: Office) => format.number(row.overdue),
      sortValue: (row: Office) => row.overdue,
    },
  ]
  return (
    <div className="grid gap-9">
      <Sample name="Table, MoreRows">
        <Table
          caption={<Trans>Required courses by office</Trans>}
          showCaption
          columns={columns}
          rows={few}
          rowKey={(row) => row.name}
        />
        <MoreRows
          shown={shown}
          total={137}
          hasMore={shown < 137}
          isPending={false}
          onMore={() => setShown(137)}
        />
      </Sample>
      <Sample name="DataTable">
        <DataTable
          caption={<Trans>All offices of the programme</Trans>}
          columns={columns}
          rows={many}
          rowKey={(row) => row.name}
          sort={sort}
        />
      </Sample>
    </div>
  )
}

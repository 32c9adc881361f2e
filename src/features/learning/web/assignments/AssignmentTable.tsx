import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'react-router'
import { Progress } from '../../../../web/design-system/Progress.tsx'
import { type Column, Table } from '../../../../web/design-system/Table.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { paths } from '../../../../web/paths.ts'
import type { AssignmentRow } from '../../contract/assignments.ts'
import { EndAssignment } from './EndAssignment.tsx'
import { useJobRoleName } from './job-role-name.ts'

export function AssignmentTable({
  rows,
  ended,
}: {
  rows: readonly AssignmentRow[]
  ended: boolean
}) {
  const format = useFormat()
  const jobRoleName = useJobRoleName()
  const columns: Column<AssignmentRow>[] = [
    {
      id: 'course',
      header: <Trans>Course</Trans>,
      cell: (row) => <Link to={paths.course(row.courseId)}>{row.courseTitle}</Link>,
    },
    {
      id: 'unit',
      header: <Trans>For whom</Trans>,
      cell: (row) => (
        <>
          {row.unitName}
          {row.jobRole && (
            <span className="block text-ink-3 text-sm">{jobRoleName(row.jobRole)}</span>
          )}
        </>
      ),
    },
    { id: 'due', header: <Trans>Due</Trans>, cell: (row) => <DueCell row={row} /> },
    { id: 'people', header: <Trans>Completed</Trans>, cell: (row) => <PeopleCell row={row} /> },
    {
      id: 'made',
      header: <Trans>Assigned</Trans>,
      hideOnPhone: true,
      cell: (row) => (
        <>
          {format.dateShort(row.createdAt)}
          <span className="block text-ink-3 text-sm">{row.createdBy}</span>
        </>
      ),
    },
    ended
      ? {
          id: 'ended',
          header: <Trans>Ended</Trans>,
          cell: (row) => row.endedAt && format.dateShort(row.endedAt),
        }
      : {
          id: 'end',
          header: (
            <span className="sr-only">
              <Trans>What can be done</Trans>
            </span>
          ),
          align: 'end',
          cell: (row) => <EndAssignment row={row} />,
        },
  ]
  return (
    <Table
      caption={<Trans>Assignments, newest first</Trans>}
      columns={columns}
      rows={rows}
      rowKey={({ assignmentId }) => assignmentId}
    />
  )
}

function DueCell({ row }: { row: AssignmentRow }) {
  const { t } = useLingui()
  const format = useFormat()
  const days = row.dueDaysAfterJoining
  return (
    <>
      {row.dueOn ? format.dateShort(row.dueOn) : <Trans>no date</Trans>}
      {days !== null && (
        <span className="block text-ink-3 text-sm">
          {t`${plural(days, { one: '# day after joining', other: '# days after joining' })}`}
        </span>
      )}
    </>
  )
}

function PeopleCell({ row }: { row: AssignmentRow }) {
  const { t } = useLingui()
  const { completedPeople: completed, openPeople } = row
  const people = completed + openPeople
  if (people === 0) return <Trans>nobody yet</Trans>
  return (
    <span className="grid min-w-32 gap-1">
      <Trans>
        {completed} of {people}
      </Trans>
      <Progress share={completed / people} label={t`Completed: ${completed} of ${people}`} />
    </span>
  )
}

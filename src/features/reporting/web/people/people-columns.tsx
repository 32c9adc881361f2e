import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'react-router'
import { Button } from '../../../../web/design-system/Button.tsx'
import type { Column } from '../../../../web/design-system/Table.tsx'
import { Tag, type TagTone } from '../../../../web/design-system/Tag.tsx'
import { VisuallyHidden } from '../../../../web/design-system/VisuallyHidden.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { paths } from '../../../../web/paths.ts'
import { useMay } from '../../../../web/session.ts'
import type { PersonRow } from '../../contract.ts'
import type { Remind } from './use-remind.ts'

const tones: Record<PersonRow['state'], TagTone> = {
  completed: 'done',
  'on-the-way': 'info',
  overdue: 'late',
  'not-begun': 'neutral',
}

export function usePeopleColumns({
  asOf,
  hasCourse,
  remind,
}: {
  asOf: string
  hasCourse: boolean
  /** Null: not mine to do. */
  remind: Remind | null
}): Column<PersonRow>[] {
  const { t } = useLingui()
  const format = useFormat()
  const mayOpenPeople = useMay()('people.read')
  const states: Record<PersonRow['state'], string> = {
    completed: t`completed`,
    'on-the-way': t`on the way`,
    overdue: t`overdue`,
    'not-begun': t`not begun`,
  }
  const course: Column<PersonRow> = {
    id: 'course',
    header: <Trans>Course</Trans>,
    cell: (row) => row.courseTitle,
  }
  const reminder: Column<PersonRow> = {
    id: 'remind',
    header: <Trans>Reminder</Trans>,
    align: 'end',
    cell: (row) => remind && <ReminderCell row={row} remind={remind} />,
  }
  return [
    {
      id: 'person',
      header: <Trans>Person</Trans>,
      cell: (row) => (
        <>
          {mayOpenPeople ? (
            <Link to={paths.person(row.personId)}>{row.displayName}</Link>
          ) : (
            row.displayName
          )}
          <span className="block font-normal text-ink-3 text-sm">{row.unitName}</span>
        </>
      ),
    },
    ...(hasCourse ? [course] : []),
    {
      id: 'state',
      header: <Trans>State</Trans>,
      cell: (row) => (
        <span className="grid justify-items-start gap-1">
          <Tag tone={tones[row.state]}>{states[row.state]}</Tag>
          <DueNote row={row} asOf={asOf} />
        </span>
      ),
    },
    {
      id: 'lessons',
      header: <Trans>Lessons</Trans>,
      align: 'end',
      cell: (row) => <ProgressNote row={row} />,
    },
    {
      id: 'seen',
      header: <Trans>Last seen</Trans>,
      hideOnPhone: true,
      cell: (row) =>
        row.lastSeenAt === null ? (
          <span className="text-ink-3">–</span>
        ) : (
          <span className="whitespace-nowrap">{format.dateShort(row.lastSeenAt)}</span>
        ),
    },
    ...(remind ? [reminder] : []),
  ]
}

/** The due day of what is open, how far away it is; the day of completion of the rest. */
function DueNote({ row, asOf }: { row: PersonRow; asOf: string }) {
  const format = useFormat()
  const due = row.dueOn && format.dateShort(row.dueOn)
  const away = row.dueOn && format.relativeDay(row.dueOn, asOf)
  const done = row.completedAt && format.dateShort(row.completedAt)
  const look = 'text-ink-3 text-sm'
  if (done)
    return (
      <span className={look}>
        <Trans>on {done}</Trans>
      </span>
    )
  if (!due) return null
  return (
    <span className={look}>
      <Trans>
        due {due}, {away}
      </Trans>
    </span>
  )
}

function ProgressNote({ row }: { row: PersonRow }) {
  const format = useFormat()
  const [partText, allText] = [format.number(row.lessonsDone), format.number(row.lessonsTotal)]
  const quiz = row.quizShare === null ? null : format.percent(Math.round(row.quizShare * 100) / 100)
  return (
    <span className="whitespace-nowrap">
      <Trans>
        {partText} of {allText}
      </Trans>
      {quiz && (
        <span className="block text-ink-3 text-sm">
          <Trans>quiz {quiz}</Trans>
        </span>
      )}
    </span>
  )
}

function ReminderCell({ row, remind }: { row: PersonRow; remind: Remind }) {
  const format = useFormat()
  if (row.state === 'completed') return <span className="text-ink-3">–</span>
  if (remind.isRemindedToday(row))
    return (
      <Tag>
        <Trans>reminded today</Trans>
      </Tag>
    )
  const last = row.remindedAt === null ? null : format.dateShort(row.remindedAt)
  const name = row.displayName
  return (
    <span className="no-print inline-grid justify-items-end max-sm:justify-items-start">
      <Button
        look="link"
        onPress={() => remind.send([row.enrolmentId])}
        isPending={remind.isSending(row.enrolmentId)}
      >
        <Trans>
          Remind<VisuallyHidden>: {name}</VisuallyHidden>
        </Trans>
      </Button>
      {last && (
        <span className="text-ink-3 text-sm">
          <Trans>last on {last}</Trans>
        </span>
      )}
    </span>
  )
}

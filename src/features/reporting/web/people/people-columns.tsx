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
      cell: (row) => <Tag tone={tones[row.state]}>{states[row.state]}</Tag>,
    },
    {
      id: 'due',
      header: <Trans>Due</Trans>,
      cell: (row) =>
        row.dueOn === null ? (
          <span className="text-ink-3">–</span>
        ) : (
          <span className="whitespace-nowrap">
            {format.dateShort(row.dueOn)}
            {row.state !== 'completed' && (
              <span className="ms-2 text-ink-3 text-sm sm:ms-0 sm:block">
                {format.relativeDay(row.dueOn, asOf)}
              </span>
            )}
          </span>
        ),
    },
    {
      id: 'lessons',
      header: <Trans>Lessons</Trans>,
      align: 'end',
      cell: (row) => {
        const [partText, allText] = [
          format.number(row.lessonsDone),
          format.number(row.lessonsTotal),
        ]
        return (
          <span className="whitespace-nowrap">
            <Trans>
              {partText} of {allText}
            </Trans>
          </span>
        )
      },
    },
    {
      id: 'result',
      header: <Trans>Quiz</Trans>,
      align: 'end',
      cell: (row) =>
        row.quizShare === null ? (
          <span className="text-ink-3">–</span>
        ) : (
          format.percent(Math.round(row.quizShare * 100) / 100)
        ),
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

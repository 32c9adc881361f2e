import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useSearchParams } from 'react-router'
import { StackedBar } from '../../../../web/design-system/StackedBar.tsx'
import { Table } from '../../../../web/design-system/Table.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { changed, type DashboardAddress } from '../dashboard-address.ts'
import type { Here } from './here.ts'
import { ShareCell } from './ShareCell.tsx'

/** The same sums course by course; a course narrows the page to itself, and frees it again. */
export function CoursesSection({ here, address }: { here: Here; address: DashboardAddress }) {
  const { t } = useLingui()
  const format = useFormat()
  const [search] = useSearchParams()
  const courses = here.courses.toSorted((a, b) => format.compare(a.title, b.title))
  return (
    <section className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2>
          <Trans>By course</Trans>
        </h2>
        {address.courseId && (
          <Link to={changed(search, { course: null })} preventScrollReset className="no-print">
            <Trans>Count all courses again</Trans>
          </Link>
        )}
      </div>
      <Table
        caption={t`Completed, on the way, overdue and not begun, by course`}
        rows={courses}
        rowKey={(course) => course.courseId}
        columns={[
          {
            id: 'title',
            header: <Trans>Course</Trans>,
            width: '34%',
            cell: ({ courseId, title }) =>
              courseId === address.courseId ? (
                <span aria-current="true">{title}</span>
              ) : (
                <Link to={changed(search, { course: courseId })} preventScrollReset>
                  {title}
                </Link>
              ),
          },
          {
            id: 'bar',
            header: <Trans>People enrolled</Trans>,
            width: '30%',
            cell: (course) => <StackedBar standing={course} subject={course.title} />,
          },
          {
            id: 'share',
            header: <Trans>Completed</Trans>,
            align: 'end',
            cell: (course) => <ShareCell part={course.completed} all={course.all} />,
          },
          {
            id: 'overdue',
            header: <Trans>Overdue</Trans>,
            align: 'end',
            cell: ({ overdue }) => format.number(overdue),
          },
        ]}
      />
    </section>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { Avatar } from '../../design-system/Avatar.tsx'
import { DateTile } from '../../design-system/DateTile.tsx'
import { FigureStrip } from '../../design-system/FigureStrip.tsx'
import { LinkButton } from '../../design-system/LinkButton.tsx'
import { Progress } from '../../design-system/Progress.tsx'
import { Spinner } from '../../design-system/Spinner.tsx'
import { StackedBar, StackedBarLegend } from '../../design-system/StackedBar.tsx'
import { Steps } from '../../design-system/Steps.tsx'
import { Tag } from '../../design-system/Tag.tsx'
import { useFormat } from '../../i18n/format.ts'
import { paths } from '../../paths.ts'
import { Sample, Samples } from './Sample.tsx'

export function StandingSamples() {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <Samples>
      <Sample name="FigureStrip" wide>
        <FigureStrip
          figures={[
            {
              label: <Trans>Completed</Trans>,
              value: format.percent(0.71),
              note: <Trans>232 of 327 required; all offices 64%</Trans>,
            },
            {
              label: <Trans>On the way</Trans>,
              value: format.number(58),
              note: <Trans>31 finish this week at today’s pace</Trans>,
            },
            {
              label: <Trans>Overdue</Trans>,
              value: format.number(19),
              note: <Trans>11 people, 6 by more than two weeks</Trans>,
            },
            {
              label: <Trans>Hours of learning</Trans>,
              value: format.number(12040),
              note: <Trans>as of {format.date('2026-11-22')}</Trans>,
            },
          ]}
        />
      </Sample>
      <Sample name="DateTile, Tag, row">
        <ul>
          {(
            [
              ['2026-11-20', 'late', <Trans key="1">2 days overdue</Trans>],
              ['2026-11-27', 'due', format.relativeDay('2026-11-27', '2026-11-22')],
              ['2026-12-11', 'neutral', <Trans key="3">Not begun</Trans>],
            ] as const
          ).map(([date, tone, words]) => (
            <li
              key={date}
              className="grid grid-cols-[5.5rem_1fr] items-center gap-x-4 gap-y-3 border-line border-b py-4 sm:grid-cols-[5.5rem_1fr_auto]"
            >
              <DateTile date={date} tone={tone} />
              <div>
                <h3>
                  <Trans>Data protection in the office</Trans>
                </h3>
                <p className="text-ink-3 text-sm">
                  <Trans>Required course, 3 of 7 lessons</Trans> <Tag tone={tone}>{words}</Tag>
                </p>
              </div>
              <LinkButton
                to={paths.design()}
                look="quiet"
                className="justify-self-start max-sm:col-start-2"
              >
                <Trans>Finish it</Trans>
              </LinkButton>
            </li>
          ))}
        </ul>
      </Sample>
      <Sample name="Steps">
        <Steps
          steps={[
            {
              id: '1',
              state: 'done',
              title: <Trans>Introduction to the system</Trans>,
              note: format.date('2026-09-12'),
            },
            {
              id: '2',
              state: 'current',
              title: <Trans>Client service standard</Trans>,
              note: <Trans>under way</Trans>,
            },
            { id: '3', state: 'ahead', title: <Trans>Workshop: difficult conversations</Trans> },
            { id: '4', state: 'ahead', title: <Trans>Final exam</Trans> },
          ]}
        />
      </Sample>
      <Sample name="Tag">
        <div className="flex flex-wrap gap-2">
          <Tag tone="due">
            <Trans>Due this week</Trans>
          </Tag>
          <Tag tone="late">
            <Trans>Overdue</Trans>
          </Tag>
          <Tag tone="done">
            <Trans>Completed</Trans>
          </Tag>
          <Tag tone="info">
            <Trans>New version</Trans>
          </Tag>
          <Tag>
            <Trans>Not begun</Trans>
          </Tag>
        </div>
      </Sample>
      <Sample name="Progress, Avatar, Spinner">
        <div className="grid gap-3">
          <Progress share={0} label={t`Not begun`} />
          <Progress share={0.46} label={t`Lesson 4 of 8`} />
          <Progress share={1} label={t`Completed`} />
          <div className="flex items-center gap-4">
            <Avatar initials="AM" />
            <Spinner size={24} />
          </div>
        </div>
      </Sample>
      <Sample name="StackedBar, StackedBarLegend" wide>
        <div className="grid max-w-2xl gap-3">
          <StackedBarLegend />
          <StackedBar
            subject="Urząd Miejski w Łęcznej"
            standing={{ completed: 84, onTheWay: 11, overdue: 2, notBegun: 3 }}
          />
          <StackedBar
            subject="Urząd Gminy Ludwin"
            standing={{ completed: 58, onTheWay: 21, overdue: 12, notBegun: 9 }}
          />
        </div>
      </Sample>
    </Samples>
  )
}

import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import type { EnrolmentId } from '../../../../contract/primitives.ts'
import { client } from '../../../../web/api.ts'
import { Breadcrumbs } from '../../../../web/design-system/Breadcrumbs.tsx'
import { Button } from '../../../../web/design-system/Button.tsx'
import { EmptyState } from '../../../../web/design-system/EmptyState.tsx'
import { FigureStrip } from '../../../../web/design-system/FigureStrip.tsx'
import { PageHeader } from '../../../../web/design-system/PageHeader.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { usePageTitle } from '../../../../web/layout/page-title.tsx'
import { paths } from '../../../../web/paths.ts'
import { saveFile } from '../../../../web/save-file.ts'
import { useReaderLanguage } from '../reader-language.ts'
import { AddMembers } from './AddMembers.tsx'
import { GroupActions } from './GroupActions.tsx'
import { GroupMatrix } from './GroupMatrix.tsx'
import { groupIdOf } from './group-id.ts'
import { groupQueries } from './group-queries.ts'
import { HardQuestions } from './HardQuestions.tsx'
import { MemberFilter } from './MemberFilter.tsx'
import { type GroupView, groupViews, membersInView, membersNamed } from './shown-members.ts'

/** A group lesson by lesson: who is where, who is stuck since when, and what to do about it. */
export function GroupPage() {
  const { t } = useLingui()
  const format = useFormat()
  const language = useReaderLanguage()
  const groupId = groupIdOf(useParams())
  const [search] = useSearchParams()
  const [chosen, setChosen] = useState<ReadonlySet<EnrolmentId>>(new Set())
  const { data: group } = useSuspenseQuery(groupQueries.group(groupId, language))
  usePageTitle(group.name)
  const save = useMutation({
    mutationFn: () => client.learning.exportGroup({ groupId, language }),
    onSuccess: saveFile,
  })
  const view = groupViews.find((each) => each === search.get('show')) ?? 'all'
  const name = search.get('q') ?? ''
  const counts: Record<GroupView, number> = {
    all: group.members.length,
    stuck: membersInView(group.members, 'stuck').length,
    overdue: membersInView(group.members, 'overdue').length,
    open: membersInView(group.members, 'open').length,
    completed: membersInView(group.members, 'completed').length,
  }
  const { completed, all: people } = counts
  // The same list while nothing changes: the matrix measures its rows anew for another one.
  const members = useMemo(
    () => membersNamed(membersInView(group.members, view), name),
    [group.members, view, name],
  )

  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[{ label: t`Groups`, to: paths.groups() }, { label: group.unitName }]}
          />
        }
        title={group.name}
        lede={
          <>
            <Link to={paths.course(group.courseId)}>{group.courseTitle}</Link>
            {group.dueOn && (
              <>
                {' · '}
                <Trans>due {format.date(group.dueOn)}</Trans>
              </>
            )}
          </>
        }
        actions={
          <Button look="quiet" isPending={save.isPending} onPress={() => save.mutate()}>
            <Trans>Download as CSV</Trans>
          </Button>
        }
      />
      <div className="mt-8">
        <FigureStrip
          figures={[
            {
              label: t`Completed`,
              value: format.percent(people === 0 ? 0 : completed / people),
              note: t`${completed} of ${people}`,
            },
            {
              label: t`Stuck`,
              value: counts.stuck,
              note: t`no sign for 14 days or more`,
            },
            {
              label: t`Overdue`,
              value: counts.overdue,
              note: t`due date passed, not completed`,
            },
            {
              label: t`Trainer`,
              value: <span className="text-lg">{group.trainerName}</span>,
              note: t`since ${format.date(group.startsOn)}`,
            },
          ]}
        />
      </div>
      <section className="mt-10">
        <h2>
          <Trans>Lesson by lesson</Trans>
        </h2>
        {people > 0 && <MemberFilter view={view} counts={counts} />}
        {group.mayManage && (
          <GroupActions groupId={groupId} chosen={chosen} onDone={() => setChosen(new Set())} />
        )}
        {members.length === 0 ? (
          <div className="mt-4">
            <EmptyState title={people === 0 ? t`Nobody is in the group yet` : t`Nobody here`}>
              {people === 0 ? (
                <Trans>Add people below. They are enrolled in the course at once.</Trans>
              ) : name ? (
                <Trans>Nobody shown here has this name. Type fewer letters, or look at all.</Trans>
              ) : (
                <Trans>Nobody in the group is in this state today.</Trans>
              )}
            </EmptyState>
          </div>
        ) : (
          <GroupMatrix
            lessons={group.lessons}
            members={members}
            units={group.units}
            choice={group.mayManage ? { chosen, onChoose: setChosen } : null}
          />
        )}
        <p role="status" className="sr-only">
          {name && <Plural value={members.length} one="# person shown" other="# people shown" />}
        </p>
        <p className="mt-3 text-ink-3 text-sm">
          <Plural
            value={group.readingMinutes}
            one="The course takes # minute to read."
            other="The course takes # minutes to read."
          />{' '}
          <Trans>Time present is a reason to talk, never proof of learning.</Trans>
        </p>
      </section>
      <HardQuestions groupId={groupId} />
      {group.mayManage && !group.closedAt && <AddMembers groupId={groupId} />}
    </>
  )
}

import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { EmptyState } from '../../../../web/design-system/EmptyState.tsx'
import { LinkButton } from '../../../../web/design-system/LinkButton.tsx'
import { PageHeader } from '../../../../web/design-system/PageHeader.tsx'
import { Progress } from '../../../../web/design-system/Progress.tsx'
import { SearchField } from '../../../../web/design-system/SearchField.tsx'
import { Switch } from '../../../../web/design-system/Switch.tsx'
import { Tag } from '../../../../web/design-system/Tag.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { paths } from '../../../../web/paths.ts'
import { useMay } from '../../../../web/session.ts'
import type { GroupRow } from '../../contract/groups.ts'
import { useReaderLanguage } from '../reader-language.ts'
import { groupQueries, readGroupFilter } from './group-queries.ts'

/** Groups I may see, mine first; where somebody is stuck or overdue it says so. */
export function GroupsPage() {
  const { t } = useLingui()
  const may = useMay()
  const [search, setSearch] = useSearchParams()
  const filter = readGroupFilter(search)
  const { data } = useSuspenseQuery(groupQueries.list(filter, useReaderLanguage()))
  const set = (name: string, value: string | null) => {
    const next = new URLSearchParams(search)
    if (value) next.set(name, value)
    else next.delete(name)
    setSearch(next, { replace: true, preventScrollReset: true })
  }
  const stuck = data.groups.reduce((sum, group) => sum + group.stuck, 0)
  return (
    <>
      <PageHeader
        title={t`Groups`}
        lede={
          stuck > 0
            ? t`${plural(stuck, { one: '# person has not moved for two weeks.', other: '# people have not moved for two weeks.' })}`
            : t`Everybody who began has moved within two weeks.`
        }
        actions={
          may('groups.manage') && (
            <LinkButton to={`${paths.groups()}/new`} data-tour="new-group">
              <Trans>New group</Trans>
            </LinkButton>
          )
        }
      />
      <div className="mt-8 flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="min-w-60 flex-1 basis-72">
          <SearchField
            label={t`Find a group, an office or a trainer`}
            defaultValue={filter.query}
            onSubmit={(text) => set('q', text)}
            onClear={() => set('q', null)}
          />
        </div>
        <Switch isSelected={filter.onlyMine} onChange={(on) => set('mine', on ? '1' : null)}>
          <Trans>Only mine</Trans>
        </Switch>
        <Switch isSelected={filter.closed} onChange={(on) => set('closed', on ? '1' : null)}>
          <Trans>Closed groups</Trans>
        </Switch>
      </div>
      {data.groups.length === 0 ? (
        <div className="mt-8">
          <EmptyState title={t`No groups here`}>
            <Trans>
              Groups that you lead, or that belong to your offices, are listed here. Change the
              filter or create a new group.
            </Trans>
          </EmptyState>
        </div>
      ) : (
        <ul className="mt-6 border-ink border-t-2" aria-label={t`Groups`}>
          {data.groups.map((group, index) => (
            <GroupLine key={group.groupId} group={group} isFirst={index === 0} />
          ))}
        </ul>
      )}
    </>
  )
}

function GroupLine({ group, isFirst }: { group: GroupRow; isFirst: boolean }) {
  const { t } = useLingui()
  const format = useFormat()
  const share = group.members === 0 ? 0 : group.completed / group.members
  return (
    <li
      data-tour={isFirst ? 'group' : undefined}
      className="grid items-center gap-x-8 gap-y-3 border-line border-b py-4 md:grid-cols-[minmax(0,1fr)_13rem] lg:grid-cols-[minmax(0,1fr)_16rem_14rem]"
    >
      <div>
        <h2 className="text-lg">
          <Link to={paths.group(group.groupId)}>{group.name}</Link>
        </h2>
        <p className="text-ink-2">{group.courseTitle}</p>
        <p className="text-ink-3 text-sm">
          {group.unitName} · {group.trainerName}
          {group.dueOn && (
            <>
              {' · '}
              <Trans>due {format.date(group.dueOn)}</Trans>
            </>
          )}
        </p>
      </div>
      <div>
        <Progress share={share} label={t`Completed in ${group.name}`} />
        <p className="mt-1.5 text-ink-2 text-sm">
          <Trans>
            Completed: {group.completed} of {group.members}
          </Trans>
        </p>
      </div>
      <p className="flex flex-wrap gap-2 md:max-lg:col-span-2 md:max-lg:empty:hidden">
        {group.overdue > 0 && (
          <Tag tone="late">
            <Plural value={group.overdue} one="# overdue" other="# overdue" />
          </Tag>
        )}
        {group.stuck > 0 && (
          <Tag tone="due">
            <Plural value={group.stuck} one="# stuck" other="# stuck" />
          </Tag>
        )}
        {group.isMine && <Tag tone="info">{t`led by me`}</Tag>}
      </p>
    </li>
  )
}

import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { FileUp, UserPlus } from 'lucide-react'
import { useCallback, useDeferredValue } from 'react'
import { useSearchParams } from 'react-router'
import { EmptyState } from '../../../../web/design-system/EmptyState.tsx'
import { Icon } from '../../../../web/design-system/Icon.tsx'
import { LinkButton } from '../../../../web/design-system/LinkButton.tsx'
import { PageHeader } from '../../../../web/design-system/PageHeader.tsx'
import { Skeleton } from '../../../../web/design-system/Skeleton.tsx'
import { useErrorText } from '../../../../web/errors.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { paths } from '../../../../web/paths.ts'
import { useMay } from '../../../../web/session.ts'
import { BackupNotice } from '../../../upkeep/web/public.tsx'
import { identityQueries } from '../queries.ts'
import { PeopleFilterBar } from './PeopleFilterBar.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { readFilter } from './people-filter.ts'

/** The server counts no further. */
const countedAtMost = 10_000

export function PeoplePage() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const errorText = useErrorText()
  const [search] = useSearchParams()
  const address = useDeferredValue(search.toString())
  const people = useInfiniteQuery({
    ...identityQueries.people(readFilter(new URLSearchParams(address))),
    placeholderData: (before) => before,
  })
  const rows = people.data?.pages.flatMap((page) => page.rows) ?? []
  const count = people.data?.pages[0]?.count ?? 0
  const { fetchNextPage, isFetchingNextPage } = people
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage])
  const most = format.number(countedAtMost)

  return (
    <div className="grid gap-8">
      <PageHeader
        title={<Trans>People</Trans>}
        lede={
          people.data && (
            <span role="status">
              {count > countedAtMost
                ? t`More than ${most} people`
                : t`${plural(count, { one: '# person', other: '# people' })}`}
            </span>
          )
        }
        actions={
          <>
            {may('people.import') && (
              <LinkButton to={paths.peopleImport()} look="quiet" data-tour="import">
                <Icon of={FileUp} />
                <Trans>Import people</Trans>
              </LinkButton>
            )}
            {may('people.manage') && (
              <LinkButton to={paths.newPerson()} look="quiet">
                <Icon of={UserPlus} />
                <Trans>Add a person</Trans>
              </LinkButton>
            )}
          </>
        }
      />
      {may('people.manage') && <BackupNotice />}
      <PeopleFilterBar />
      {people.error && <p role="alert">{errorText(people.error)}</p>}
      {people.isPending && <Skeleton rows={8} />}
      {people.data && rows.length === 0 && (
        <EmptyState title={<Trans>Nobody fits this filter</Trans>}>
          <Trans>
            Take fewer letters of the name, another office, or show closed accounts too.
          </Trans>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <PeopleTable rows={rows} count={count} hasMore={people.hasNextPage} onNearEnd={more} />
      )}
    </div>
  )
}

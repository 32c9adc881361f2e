import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { Callout } from '../../../web/design-system/Callout.tsx'
import { EmptyState } from '../../../web/design-system/EmptyState.tsx'
import { MoreRows } from '../../../web/design-system/MoreRows.tsx'
import { PageHeader } from '../../../web/design-system/PageHeader.tsx'
import { MailFilterBar } from './MailFilterBar.tsx'
import { MailTable } from './MailTable.tsx'
import { mailQueries, readFilter } from './queries.ts'

/** What the system wanted to say to whom, and what became of it. */
export function MailsPage() {
  const { t } = useLingui()
  const [search] = useSearchParams()
  const filter = readFilter(search)
  const list = useSuspenseInfiniteQuery(mailQueries.list(filter))
  const rows = list.data.pages.flatMap((page) => page.rows)
  const [first] = list.data.pages
  const isFiltered = filter.query !== '' || filter.state !== undefined
  return (
    <div className="grid gap-7">
      <PageHeader
        title={t`Mails`}
        lede={
          <Trans>
            What the system wrote to people, newest first, and what became of each mail.
          </Trans>
        }
      />
      {first && !first.hasMailServer && (
        <Callout tone="due" title={<Trans>No mail server is set up: mails are kept here</Trans>}>
          <Trans>
            Nothing is lost. Open a mail and pass its contents on. Whoever runs the server sets
            SMTP_URL; kept mails can then be sent from here.
          </Trans>
        </Callout>
      )}
      {first && <MailFilterBar filter={filter} countsByState={first.countsByState} />}
      {rows.length > 0 ? (
        <div>
          <MailTable rows={rows} />
          <MoreRows
            shown={rows.length}
            hasMore={list.hasNextPage}
            isPending={list.isFetchingNextPage}
            onMore={() => list.fetchNextPage()}
          />
        </div>
      ) : isFiltered ? (
        <p className="py-6 text-ink-2">
          <Trans>No mail matches. Search for fewer letters, or look at all states.</Trans>
        </p>
      ) : (
        <EmptyState title={<Trans>No mail has been written yet</Trans>}>
          <Trans>
            Invitations, assigned courses, reminders and new passwords will be listed here as soon
            as the first one is written.
          </Trans>
        </EmptyState>
      )}
    </div>
  )
}

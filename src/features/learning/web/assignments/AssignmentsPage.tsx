import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { Button } from '../../../../web/design-system/Button.tsx'
import { EmptyState } from '../../../../web/design-system/EmptyState.tsx'
import { MoreRows } from '../../../../web/design-system/MoreRows.tsx'
import { PageHeader } from '../../../../web/design-system/PageHeader.tsx'
import { Tabs } from '../../../../web/design-system/Tabs.tsx'
import { paths } from '../../../../web/paths.ts'
import { learningQueries } from '../queries.ts'
import { useReaderLanguage } from '../reader-language.ts'
import { AssignmentForm } from './AssignmentForm.tsx'
import { AssignmentTable } from './AssignmentTable.tsx'

/** Courses that whole units have to take. */
export function AssignmentsPage() {
  const { t } = useLingui()
  const language = useReaderLanguage()
  const [search] = useSearchParams()
  const ended = search.get('state') === 'ended'
  const list = useSuspenseInfiniteQuery(learningQueries.assignments(language, ended))
  const rows = list.data.pages.flatMap((page) => page.rows)
  const [isMaking, setIsMaking] = useState(false)
  return (
    <>
      <PageHeader
        title={<Trans>Assignments</Trans>}
        lede={
          <Trans>
            Everyone in the unit gets the course, and so does anyone who joins later. Anyone who
            leaves the unit is released.
          </Trans>
        }
        actions={
          <Button data-tour="assign" onPress={() => setIsMaking(true)}>
            <Trans>Assign a course</Trans>
          </Button>
        }
      />
      <div className="mt-8 mb-4">
        <Tabs
          label={t`Assignments by state`}
          tabs={[
            { to: paths.assignments(), label: <Trans>In force</Trans> },
            { to: `${paths.assignments()}?state=ended`, label: <Trans>Ended</Trans> },
          ]}
        />
      </div>
      {rows.length > 0 ? (
        <>
          <AssignmentTable rows={rows} ended={ended} />
          <MoreRows
            shown={rows.length}
            hasMore={list.hasNextPage}
            isPending={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      ) : (
        <EmptyState
          title={ended ? <Trans>Nothing has ended</Trans> : <Trans>No assignment in force</Trans>}
        >
          {ended ? (
            <Trans>Assignments you end are kept here, with what came of them.</Trans>
          ) : (
            <Trans>
              Assign a course to a unit, and it will be listed here with how many people have
              completed it.
            </Trans>
          )}
        </EmptyState>
      )}
      {isMaking && <AssignmentForm onClose={() => setIsMaking(false)} />}
    </>
  )
}

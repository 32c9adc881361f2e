import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { buttonLook } from '../../../../web/design-system/button-look.ts'
import { Icon } from '../../../../web/design-system/Icon.tsx'
import { MoreRows } from '../../../../web/design-system/MoreRows.tsx'
import { Skeleton } from '../../../../web/design-system/Skeleton.tsx'
import { Table } from '../../../../web/design-system/Table.tsx'
import { useFormat } from '../../../../web/i18n/format.ts'
import { faultLine } from '../../model/import-words.ts'
import { identityQueries } from '../queries.ts'
import { useWordsLanguage } from '../use-words-language.ts'
import type { ImportRun } from './import-run.ts'

/** Each faulty row with all its reasons, and the same as a file for whoever corrects it. */
export function FaultyRows({ run }: { run: ImportRun }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useWordsLanguage()
  const faults = useInfiniteQuery(identityQueries.importFaults(run.id))
  const rows = faults.data?.pages.flatMap((page) => page.rows) ?? []
  const nameOf = (cells: readonly string[]) =>
    (['displayName', 'givenName', 'familyName', 'externalId'] as const)
      .map((field) => cells[run.mapping[field] ?? -1])
      .filter(Boolean)
      .join(' ')

  return (
    <section aria-labelledby="faulty" className="grid gap-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 id="faulty">
          <Trans>Faulty rows</Trans>
        </h2>
        <a
          href={`/api/people-imports/${run.id}/faults.csv`}
          download
          className={buttonLook('quiet')}
        >
          <Icon of={Download} />
          <Trans>Save as CSV</Trans>
        </a>
      </div>
      {faults.isPending ? (
        <Skeleton rows={4} />
      ) : (
        <>
          <Table
            caption={<Trans>Faulty rows</Trans>}
            rows={rows}
            rowKey={(row) => String(row.rowNumber)}
            columns={[
              {
                id: 'row',
                header: t`Row`,
                width: '5rem',
                cell: (row) => format.number(row.rowNumber),
              },
              { id: 'who', header: t`Who`, width: '30%', cell: (row) => nameOf(row.cells) || '–' },
              {
                id: 'why',
                header: t`What is wrong`,
                cell: (row) => (
                  <ul className="grid gap-1">
                    {row.faults.map((fault) => (
                      <li key={fault.field + fault.code}>{faultLine(fault, language)}</li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
          <MoreRows
            shown={rows.length}
            total={run.summary.faulty}
            hasMore={faults.hasNextPage}
            isPending={faults.isFetchingNextPage}
            onMore={() => void faults.fetchNextPage()}
          />
        </>
      )}
    </section>
  )
}

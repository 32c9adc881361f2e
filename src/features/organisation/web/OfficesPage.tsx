import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useSearchParams } from 'react-router'
import { PageHeader } from '../../../web/design-system/PageHeader.tsx'
import { Skeleton } from '../../../web/design-system/Skeleton.tsx'
import { useErrorText } from '../../../web/errors.tsx'
import { AsOfNotice } from './AsOfNotice.tsx'
import { FoundUnits } from './FoundUnits.tsx'
import { OfficeFilterBar } from './OfficeFilterBar.tsx'
import { readAddress } from './offices-address.ts'
import { organisationQueries } from './queries.ts'
import { TopUnit } from './TopUnit.tsx'
import { topQuestion } from './top-question.ts'
import { useCounts } from './use-counts.ts'

/** The whole tree: opened county by county, or searched; today's, or as it was on a day. */
export function OfficesPage() {
  const errorText = useErrorText()
  const counts = useCounts()
  const [search] = useSearchParams()
  const wanted = useDeferredValue(search.toString())
  const address = readAddress(new URLSearchParams(wanted))
  const tree = useQuery({
    ...organisationQueries.tree(topQuestion(address)),
    placeholderData: (before) => before,
  })
  const rows = tree.data?.rows ?? []
  const tops = rows.filter(({ parentId }) => parentId === null)
  const sum = (of: 'officeCount' | 'people') => tops.reduce((all, row) => all + row[of], 0)
  // While the next answer is on its way the page keeps the shape of the one it shows.
  const isSearch = address.query !== '' && !tree.isPlaceholderData

  return (
    <div className="grid gap-8">
      <PageHeader
        title={<Trans>Offices</Trans>}
        lede={
          !isSearch && tops.length > 0
            ? `${counts.offices(sum('officeCount'))} · ${counts.people(sum('people'))}`
            : undefined
        }
      />
      <OfficeFilterBar asOf={address.asOf} />
      <AsOfNotice asOf={address.asOf} />
      {tree.error && <p role="alert">{errorText(tree.error)}</p>}
      {tree.isPending && <Skeleton rows={8} />}
      {tree.data &&
        (isSearch ? (
          <FoundUnits rows={rows} isCut={tree.data.isCut} asOf={address.asOf} />
        ) : (
          <div className="grid gap-12 aria-busy:opacity-70" aria-busy={tree.isPlaceholderData}>
            {tops.map((top) => (
              <TopUnit
                key={top.unitId}
                top={top}
                below={rows.filter(({ parentId }) => parentId === top.unitId)}
                address={address}
              />
            ))}
          </div>
        ))}
      {tree.data && !isSearch && tops.length === 0 && (
        <p className="text-ink-2">
          <Trans>No office was open on that day.</Trans>
        </p>
      )}
    </div>
  )
}

import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Disclosure } from '../../../web/design-system/Disclosure.tsx'
import { Skeleton } from '../../../web/design-system/Skeleton.tsx'
import { useErrorText } from '../../../web/errors.tsx'
import type { UnitListRow } from '../contract.ts'
import { officePath } from './offices-address.ts'
import { organisationQueries } from './queries.ts'
import { UnitTable } from './UnitTable.tsx'
import { useCounts } from './use-counts.ts'

/** A county, say: unfolds to its offices, which are asked for when it does. */
export function UnitBranch({
  unit,
  asOf,
  isOpen,
  onToggle,
}: {
  unit: UnitListRow
  asOf: string | null
  isOpen: boolean
  onToggle: (isOpen: boolean) => void
}) {
  const counts = useCounts()
  const errorText = useErrorText()
  const below = useQuery({
    ...organisationQueries.tree({ parentId: unit.unitId, ...(asOf && { asOf }) }),
    enabled: isOpen,
  })
  return (
    <Disclosure
      isOpen={isOpen}
      onToggle={onToggle}
      title={
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-6">
          <span className="min-w-0">{unit.name}</span>
          <span className="font-normal text-ink-3 text-sm">
            {counts.offices(unit.officeCount)} · {counts.people(unit.people)}
          </span>
        </span>
      }
    >
      {below.error && <p role="alert">{errorText(below.error)}</p>}
      {isOpen && below.isPending && <Skeleton rows={Math.min(unit.childCount, 8)} />}
      {below.data && (
        <div className="grid gap-4">
          <UnitTable caption={unit.name} rows={below.data.rows} asOf={asOf} />
          <p>
            <Link to={officePath(unit.unitId, asOf)}>
              <Trans>Place, history and changes: {unit.name}</Trans>
            </Link>
          </p>
        </div>
      )}
    </Disclosure>
  )
}

import { Trans } from '@lingui/react/macro'
import { EmptyState } from '../../../web/design-system/EmptyState.tsx'
import type { UnitListRow } from '../contract.ts'
import { UnitTable } from './UnitTable.tsx'
import { useCounts } from './use-counts.ts'

/** What fits the search, the nearest first. */
export function FoundUnits({
  rows,
  isCut,
  asOf,
}: {
  rows: readonly UnitListRow[]
  isCut: boolean
  asOf: string | null
}) {
  const counts = useCounts()
  if (rows.length === 0)
    return (
      <EmptyState title={<Trans>No office fits</Trans>}>
        <Trans>
          Take fewer letters of the name. Accents need not be typed. A code is searched for as a
          whole. An office that has closed is found on a day when it was open.
        </Trans>
      </EmptyState>
    )
  return (
    <div className="grid gap-4">
      <p role="status" className="text-ink-2">
        {isCut ? (
          <Trans>The nearest {rows.length} are shown. More letters find fewer.</Trans>
        ) : (
          <Trans>Found: {counts.units(rows.length)}</Trans>
        )}
      </p>
      <UnitTable caption={<Trans>Units found</Trans>} rows={rows} asOf={asOf} showPlace />
    </div>
  )
}

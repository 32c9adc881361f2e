import { Link, useSearchParams } from 'react-router'
import type { UnitListRow } from '../contract.ts'
import { kindsBelow } from '../model/unit-kind.ts'
import { type OfficesAddress, officePath } from './offices-address.ts'
import { UnitBranch } from './UnitBranch.tsx'
import { UnitTable } from './UnitTable.tsx'
import { useCounts } from './use-counts.ts'

/** A country or region: what opens further as branches, what does not as a table. */
export function TopUnit({
  top,
  below,
  address,
}: {
  top: UnitListRow
  below: readonly UnitListRow[]
  address: OfficesAddress
}) {
  const counts = useCounts()
  const [, setSearch] = useSearchParams()
  const branches = below.filter(opens)
  const others = below.filter((unit) => !opens(unit))

  const setOpen = (unitId: string, isOpen: boolean) => {
    if (address.openIds.includes(unitId) === isOpen) return
    setSearch(
      (now) => {
        const open = (now.get('open') ?? '').split(',').filter((id) => id && id !== unitId)
        if (isOpen) open.push(unitId)
        if (open.length > 0) now.set('open', open.join(','))
        else now.delete('open')
        return now
      },
      { replace: true, preventScrollReset: true },
    )
  }

  return (
    <section aria-labelledby={`unit-${top.unitId}`} className="grid gap-5">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 id={`unit-${top.unitId}`}>
          <Link to={officePath(top.unitId, address.asOf)}>{top.name}</Link>
        </h2>
        <p className="text-ink-3 text-sm">
          {counts.offices(top.officeCount)} · {counts.people(top.people)}
        </p>
      </div>
      {others.length > 0 && <UnitTable caption={top.name} rows={others} asOf={address.asOf} />}
      {branches.length > 0 && (
        <div className="border-ink border-t-2">
          {branches.map((unit) => (
            <UnitBranch
              key={unit.unitId}
              unit={unit}
              asOf={address.asOf}
              isOpen={address.openIds.includes(unit.unitId)}
              onToggle={(isOpen) => setOpen(unit.unitId, isOpen)}
            />
          ))}
        </div>
      )}
    </section>
  )
}

/** Departments are shown on the page of their office; all else unfolds here. */
const opens = (unit: UnitListRow) =>
  unit.childCount > 0 && kindsBelow(unit.kind).some((kind) => kind !== 'department')

import type { UnitRow } from '../contract.ts'

export type UnitSortKey = 'name' | 'share' | 'completed' | 'overdue' | 'people'

/** A new array; units without enrolments come last whichever way shares are sorted. Names keep the given order. */
export function sortUnits(
  rows: readonly UnitRow[],
  key: UnitSortKey,
  descending: boolean,
): UnitRow[] {
  if (key === 'name') return descending ? rows.toReversed() : [...rows]
  const value = (row: UnitRow) => {
    if (key !== 'share') return row[key]
    if (row.all === 0) return descending ? -1 : 2
    return row.completed / row.all
  }
  const direction = descending ? -1 : 1
  return rows.toSorted((one, other) => direction * (value(one) - value(other)))
}

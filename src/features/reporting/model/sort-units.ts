import type { officeSortKeys, UnitRow } from '../contract.ts'

export type UnitSortKey = (typeof officeSortKeys)[number]

/**
 * A new array. Whichever way it is sorted, units without enrolments come after the others by share, and the unit's
 * own people (`isRest`) come last of all. Names keep the given order.
 */
export function sortUnits(
  rows: readonly UnitRow[],
  key: UnitSortKey,
  descending: boolean,
): UnitRow[] {
  const listed = rows.filter(({ isRest }) => !isRest)
  const rest = rows.filter(({ isRest }) => isRest)
  return [...sortListed(listed, key, descending), ...rest]
}

function sortListed(rows: readonly UnitRow[], key: UnitSortKey, descending: boolean): UnitRow[] {
  if (key === 'name') return descending ? rows.toReversed() : [...rows]
  const value = (row: UnitRow) => {
    if (key !== 'share') return row[key]
    if (row.all === 0) return descending ? -1 : 2
    return row.completed / row.all
  }
  const direction = descending ? -1 : 1
  return rows.toSorted((one, other) => direction * (value(one) - value(other)))
}

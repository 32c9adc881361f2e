/** Sums of a unit with all below it. `path`: ltree text of ids, from the topmost unit to this one. */
export type SubtreeSums = { path: string } & Record<Summed, number>

const summed = ['all', 'completed', 'onTheWay', 'overdue', 'notBegun', 'people'] as const
type Summed = (typeof summed)[number]

/**
 * The same rows, each without what counts for another row below it: every person counts for the nearest unit
 * shown, so that rows add up to the topmost one. Rows may stand in any order, and keep it.
 *
 * While sums have not followed a unit that was moved, more may count below a row than in it: then nothing counts for it.
 */
export function withoutNested<Row extends SubtreeSums>(rows: readonly Row[]): Row[] {
  const own = new Map(rows.map((row) => [row.path, { ...row }]))
  for (const row of rows) {
    const above = nearestAbove(row.path, own)
    if (above) for (const key of summed) above[key] -= row[key]
  }
  return [...own.values()].map(withoutLess)
}

/** No figure below nothing; the four states still add up. */
function withoutLess<Row extends SubtreeSums>(row: Row): Row {
  if (summed.every((key) => row[key] >= 0)) return row
  const least = (key: Summed) => Math.max(0, row[key])
  const completed = least('completed')
  const onTheWay = least('onTheWay')
  const overdue = least('overdue')
  const notBegun = least('notBegun')
  const all = completed + onTheWay + overdue + notBegun
  return { ...row, all, completed, onTheWay, overdue, notBegun, people: least('people') }
}

function nearestAbove<Row>(path: string, rows: ReadonlyMap<string, Row>): Row | undefined {
  for (let end = path.lastIndexOf('.'); end > 0; end = path.lastIndexOf('.', end - 1)) {
    const row = rows.get(path.slice(0, end))
    if (row) return row
  }
  return undefined
}

/** A cell by its place: row 0 is the header, column 0 the learner. */
export type Place = { row: number; column: number }

/** Rows with the header. The header may show fewer columns: on a phone its others are only heard. */
export type GridCells = { rows: number; columns: number; headColumns: number }

/** The nearest place there is. */
export function placeWithin(
  { row, column }: Place,
  { rows, columns, headColumns }: GridCells,
): Place {
  const inRow = Math.min(rows - 1, Math.max(0, row))
  const last = (inRow === 0 ? headColumns : columns) - 1
  return { row: inRow, column: Math.min(last, Math.max(0, column)) }
}

export type Press = { key: string; ctrl: boolean }

/**
 * Where a key leads in a grid, as the ARIA patterns say; null when the key is none of the grid's.
 * @param size with how many rows a page has
 */
export function moveInGrid(
  { row, column }: Place,
  { key, ctrl }: Press,
  { page, ...size }: GridCells & { page: number },
): Place | null {
  const last = { row: size.rows - 1, column: size.columns - 1 }
  const within = (place: Place) => placeWithin(place, size)
  switch (key) {
    case 'ArrowUp':
      return within({ row: row - 1, column })
    case 'ArrowDown':
      return within({ row: row + 1, column })
    case 'ArrowLeft':
      return within({ row, column: column - 1 })
    case 'ArrowRight':
      return within({ row, column: column + 1 })
    case 'PageUp':
      return within({ row: Math.max(Math.min(row, 1), row - page), column })
    case 'PageDown':
      return within({ row: row + page, column })
    case 'Home':
      return ctrl ? { row: 0, column: 0 } : { row, column: 0 }
    case 'End':
      return within(ctrl ? last : { row, column: last.column })
    default:
      return null
  }
}

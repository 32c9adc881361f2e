/** A cell by its place: row 0 is the header, column 0 the learner. */
export type Place = { row: number; column: number }

export type Press = { key: string; ctrl: boolean }

/**
 * Where a key leads in a grid, as the ARIA patterns say; null when the key is none of the grid's.
 * @param size rows with the header, columns, and how many rows a page has
 */
export function moveInGrid(
  { row, column }: Place,
  { key, ctrl }: Press,
  { rows, columns, page }: { rows: number; columns: number; page: number },
): Place | null {
  const [lastRow, lastColumn] = [rows - 1, columns - 1]
  const within = (place: Place): Place => ({
    row: Math.min(lastRow, Math.max(0, place.row)),
    column: Math.min(lastColumn, Math.max(0, place.column)),
  })
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
      return ctrl ? { row: lastRow, column: lastColumn } : { row, column: lastColumn }
    default:
      return null
  }
}

import { type RefObject, useLayoutEffect, useState } from 'react'
import { type GridCells, moveInGrid, type Place, placeWithin } from './grid-move.ts'

/**
 * One cell of the grid is reached by Tab, the others by keys from there. The focus goes to a control in the cell
 * where it has one.
 */
export function useGridFocus(
  grid: RefObject<HTMLElement | null>,
  place: Place,
  setPlace: (place: Place) => void,
  size: GridCells,
) {
  const [moves, setMoves] = useState(0)
  // People come and go, by the filter above; columns of the header, by the width.
  const active = placeWithin(place, size)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows a key, not a press elsewhere
  useLayoutEffect(() => {
    if (moves > 0) targetAt(grid.current, active)?.focus({ preventScroll: true })
  }, [moves])

  const take = ({ target }: React.SyntheticEvent) => {
    const found = placeOf(target)
    if (found) setPlace(found)
    return found
  }
  /** `bring` scrolls a cell into view; `page` is how many rows a page has. */
  const handlers = (bring: (place: Place) => void, page: () => number) => ({
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.altKey || event.metaKey || event.shiftKey) return
      const press = { key: event.key, ctrl: event.ctrlKey }
      const next = moveInGrid(active, press, { ...size, page: page() })
      if (!next) return
      event.preventDefault()
      setPlace(next)
      setMoves(moves + 1)
      bring(next)
    },
    onFocus: take,
    onClick: (event: React.MouseEvent) => {
      // A cell takes the focus once it is the active one; a control in it has taken it already.
      if (take(event) && !grid.current?.contains(document.activeElement)) setMoves(moves + 1)
    },
  })
  return { active, handlers }
}

/** What takes the focus at a place: a control in the cell, else the cell. */
function targetAt(grid: HTMLElement | null, { row, column }: Place): HTMLElement | null {
  const cell = grid?.querySelector<HTMLElement>(
    `[aria-rowindex="${row + 1}"] [aria-colindex="${column + 1}"]`,
  )
  return cell?.querySelector('input') ?? cell ?? null
}

function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest('[aria-colindex]') : null
  const row = cell?.closest('[aria-rowindex]')
  if (!cell || !row) return null
  return {
    row: Number(row.getAttribute('aria-rowindex')) - 1,
    column: Number(cell.getAttribute('aria-colindex')) - 1,
  }
}

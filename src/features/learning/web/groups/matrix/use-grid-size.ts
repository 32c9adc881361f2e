import { type RefObject, useLayoutEffect, useState } from 'react'
import { facts, type MatrixLayout, matrixLayout } from './matrix-layout.ts'

export type GridSize = MatrixLayout & { columnCount: number; headHeight: number }

/** Sizes for the width there is; measured when that changes, never while scrolling. */
export function useGridSize(
  grid: RefObject<HTMLElement | null>,
  head: RefObject<HTMLElement | null>,
  lessons: number,
): GridSize {
  const [{ width, remPx, headHeight }, setMeasured] = useState({
    width: 0,
    remPx: 16,
    headHeight: 0,
  })
  useLayoutEffect(() => {
    const [element, row] = [grid.current, head.current]
    if (!element || !row) return
    const measure = () => {
      // On paper the grid is left out; it comes back as it was.
      if (element.clientWidth === 0) return
      setMeasured({
        width: element.clientWidth,
        remPx: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
        headHeight: row.offsetHeight,
      })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    observer.observe(row)
    return () => observer.disconnect()
  }, [grid, head])
  return {
    ...matrixLayout(width, lessons, remPx),
    columnCount: 1 + lessons + facts.length,
    headHeight,
  }
}

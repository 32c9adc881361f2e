import {
  defaultRangeExtractor,
  type Range,
  useVirtualizer,
  type Virtualizer,
} from '@tanstack/react-virtual'
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import type { MemberRow } from '../../../contract/groups.ts'
import type { Place } from './grid-move.ts'
import type { DrawnColumn } from './MatrixRow.tsx'
import { facts, rowHeight, rowRem } from './matrix-layout.ts'
import type { GridSize } from './use-grid-size.ts'

/** The part of the matrix that is in view, with a margin; the active row and column are always in it. */
export function useMatrixWindow(
  grid: RefObject<HTMLElement | null>,
  size: GridSize,
  members: readonly MemberRow[],
  active: Place,
) {
  'use no memo' // A virtualizer is one object that changes inside.
  const { isNarrow, nameWidth, lessonWidth, factWidth, columnCount, headHeight, remPx } = size
  const lessons = columnCount - 1 - facts.length
  const rows = useVirtualizer<HTMLElement, Element>({
    count: members.length,
    getScrollElement: () => grid.current,
    getItemKey: (index) => members[index]?.enrolmentId ?? index,
    estimateSize: (index) => {
      const member = members[index]
      return member ? rowHeight(size, member) : 0
    },
    overscan: 1,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: useExtractor(active.row - 1),
  })
  const columns = useVirtualizer<HTMLElement, Element>({
    horizontal: true,
    count: columnCount - 1,
    getScrollElement: () => grid.current,
    estimateSize: (index) => (index < lessons ? lessonWidth : factWidth),
    paddingStart: nameWidth,
    scrollPaddingStart: nameWidth,
    overscan: 2,
    rangeExtractor: useExtractor(active.column - 1),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: other sizes are other measurements
  useLayoutEffect(() => columns.measure(), [lessonWidth, nameWidth, factWidth])
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useLayoutEffect(() => rows.measure(), [isNarrow, remPx, members])

  const pending = useRef<{ top: number; left: number } | null>(null)
  useLayoutEffect(() => {
    if (pending.current) grid.current?.scrollTo(pending.current)
    pending.current = null
  })

  const columnItems = columns.getVirtualItems()
  const drawn = useMemo<DrawnColumn[] | null>(
    () =>
      isNarrow
        ? null
        : columnItems.map(({ index, start, size }) => ({ index: index + 1, start, size })),
    [isNarrow, columnItems],
  )
  return {
    columns: drawn,
    rows: rows.getVirtualItems().flatMap(({ index, start, size: rowSize }) => {
      const member = members[index]
      return member ? [{ index, member, top: start - headHeight, height: rowSize }] : []
    }),
    height: rows.getTotalSize(),
    /** As wide as all columns; on a phone as the page. */
    width: isNarrow ? undefined : columns.getTotalSize(),
    bring: ({ row, column }: Place) => {
      // Told beforehand where it will be, the window is drawn once: not here, and after each scroll again.
      const { clientHeight = 0, clientWidth = 0 } = grid.current ?? {}
      const top = nearest(rows, row - 1, headHeight, clientHeight)
      const left = isNarrow ? 0 : nearest(columns, column - 1, nameWidth, clientWidth)
      rows.scrollOffset = top
      columns.scrollOffset = left
      pending.current = { top, left }
    },
    /** Rows that a press on Page Down passes over. */
    page: () =>
      Math.max(
        1,
        Math.floor(
          (grid.current?.clientHeight ?? 0) / ((isNarrow ? rowRem.narrow : rowRem.wide) * remPx),
        ) - 2,
      ),
  }
}

/** Where to scroll so that an item is in view, from where it is now; what sticks covers the beginning. */
function nearest(
  { scrollOffset, measurementsCache }: Virtualizer<HTMLElement, Element>,
  index: number,
  covered: number,
  length: number,
): number {
  const now = scrollOffset ?? 0
  const item = measurementsCache[index]
  return item ? Math.min(item.start - covered, Math.max(item.end - length, now)) : now
}

/** What is in view, and the index that Tab leads to, in order. Stable, or every scroll would draw all anew. */
function useExtractor(always: number) {
  return useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range)
      if (always < 0 || always >= range.count || indexes.includes(always)) return indexes
      return [...indexes, always].sort((one, other) => one - other)
    },
    [always],
  )
}

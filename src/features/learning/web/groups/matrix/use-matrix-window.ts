import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useLayoutEffect, useMemo } from 'react'
import type { MemberRow } from '../../../contract/groups.ts'
import type { Place } from './grid-move.ts'
import type { DrawnColumn } from './MatrixRow.tsx'
import { facts, rowHeight } from './matrix-layout.ts'
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
  const rows = useVirtualizer({
    count: members.length,
    getScrollElement: () => grid.current,
    getItemKey: (index) => members[index]?.enrolmentId ?? index,
    estimateSize: (index) => {
      const member = members[index]
      return member ? rowHeight(size, member) : 0
    },
    overscan: 3,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: useExtractor(active.row - 1),
  })
  const columns = useVirtualizer({
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
    /** On a wide screen the height is known, and asking for it would be slow. */
    measure: isNarrow ? rows.measureElement : undefined,
    height: rows.getTotalSize(),
    /** As wide as all columns; on a phone as the page. */
    width: isNarrow ? undefined : columns.getTotalSize(),
    bring: ({ row, column }: Place) => {
      if (row > 0) rows.scrollToIndex(row - 1)
      if (column > 0 && !isNarrow) columns.scrollToIndex(column - 1)
    },
    /** Rows that a press on Page Down passes over. */
    page: () =>
      Math.max(
        1,
        Math.floor((grid.current?.clientHeight ?? 0) / ((isNarrow ? 10.5 : 5.25) * remPx)) - 2,
      ),
  }
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

import { expect, test } from 'vitest'
import { matrixLayout, rowHeight } from './matrix-layout.ts'

test('lessons share the width that is left', () => {
  const { isNarrow, nameWidth, lessonWidth, factWidth } = matrixLayout(1192, 12, 16)
  expect(isNarrow).toBe(false)
  expect(nameWidth + 12 * lessonWidth + 3 * factWidth).toBeCloseTo(1192)
})

test('few lessons do not grow without end, many keep a width that can be pressed', () => {
  expect(matrixLayout(1192, 2, 16).lessonWidth).toBe(72)
  expect(matrixLayout(1192, 40, 16).lessonWidth).toBe(44)
  expect(matrixLayout(1192, 0, 16).lessonWidth).toBe(72)
})

test('larger text takes more room, and becomes a phone’s layout sooner', () => {
  expect(matrixLayout(1192, 40, 20.8).lessonWidth).toBeCloseTo(57.2)
  expect(matrixLayout(700, 40, 16).isNarrow).toBe(false)
  expect(matrixLayout(700, 40, 20.8).isNarrow).toBe(true)
})

test('a tag makes a row higher by a line', () => {
  const layout = matrixLayout(1192, 40, 16)
  const calm = { isOverdue: false, dueOn: '2026-11-30', stuckSince: null }
  const pressing = { ...calm, isOverdue: true, stuckSince: '2026-11-01T08:00:00.000Z' }
  expect(rowHeight(layout, pressing) - rowHeight(layout, calm)).toBe(60)
})

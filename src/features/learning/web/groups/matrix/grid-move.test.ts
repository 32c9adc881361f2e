import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveInGrid } from './grid-move.ts'

const size = { rows: 401, columns: 44, headColumns: 44, page: 10 }
const from = (row: number, column: number, key: string, ctrl = false) =>
  moveInGrid({ row, column }, { key, ctrl }, size)

test.each([
  ['ArrowDown', 5, 5, 6, 5],
  ['ArrowUp', 1, 0, 0, 0],
  ['ArrowUp', 0, 3, 0, 3],
  ['ArrowLeft', 3, 0, 3, 0],
  ['ArrowRight', 3, 43, 3, 43],
  ['PageDown', 5, 2, 15, 2],
  ['PageDown', 395, 2, 400, 2],
  ['PageUp', 15, 2, 5, 2],
  ['PageUp', 4, 2, 1, 2],
  ['PageUp', 0, 2, 0, 2],
  ['Home', 7, 20, 7, 0],
  ['End', 7, 20, 7, 43],
])('%s leads from %i, %i to %i, %i', (key, row, column, toRow, toColumn) => {
  expect(from(row, column, key)).toEqual({ row: toRow, column: toColumn })
})

test('with Ctrl, Home and End lead to the corners', () => {
  expect(from(7, 20, 'Home', true)).toEqual({ row: 0, column: 0 })
  expect(from(7, 20, 'End', true)).toEqual({ row: 400, column: 43 })
})

test('where the header shows one column only, no key leads beyond it', () => {
  const narrow = { ...size, headColumns: 1 }
  const press = (row: number, column: number, key: string, ctrl = false) =>
    moveInGrid({ row, column }, { key, ctrl }, narrow)
  expect(press(1, 20, 'ArrowUp')).toEqual({ row: 0, column: 0 })
  expect(press(0, 0, 'End')).toEqual({ row: 0, column: 0 })
  expect(press(0, 0, 'End', true)).toEqual({ row: 400, column: 43 })
})

test('other keys are left to the page', () => {
  for (const key of ['Tab', 'Enter', ' ', 'a', 'Escape']) expect(from(3, 3, key)).toBeNull()
})

test('no key ever leads out of the grid', () => {
  const keys = [
    'ArrowUp',
    'ArrowDown',
    'ArrowLeft',
    'ArrowRight',
    'PageUp',
    'PageDown',
    'Home',
    'End',
  ]
  fc.assert(
    fc.property(
      fc.record({
        rows: fc.integer({ min: 1, max: 500 }),
        columns: fc.integer({ min: 1, max: 50 }),
        onlyNames: fc.boolean(),
      }),
      fc.integer({ min: 1, max: 40 }),
      fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean()), { maxLength: 30 }),
      ({ rows, columns, onlyNames }, page, presses) => {
        const headColumns = onlyNames ? 1 : columns
        let place = { row: 0, column: 0 }
        for (const [key, ctrl] of presses)
          place = moveInGrid(place, { key, ctrl }, { rows, columns, headColumns, page }) ?? place
        expect(place.row).toBeGreaterThanOrEqual(0)
        expect(place.row).toBeLessThan(rows)
        expect(place.column).toBeGreaterThanOrEqual(0)
        expect(place.column).toBeLessThan(place.row === 0 ? headColumns : columns)
      },
    ),
  )
})

import { expect, test } from 'vitest'
import { cellReader, cellsWith, lessonStateAt, stuckLesson } from './lesson-cells.ts'

test.each([
  [0, 'done'],
  [1, 'begun'],
  [2, 'open'],
  [3, 'open'],
])('lesson %i of "dbo" is %s', (index, state) => expect(lessonStateAt('dbo', index)).toBe(state))

test.each([
  ['ddbo', 2],
  ['dobo', 1],
  ['ooo', 0],
  ['ddd', 0],
  ['', 0],
])('who did %s is stuck at lesson %i', (cells, index) => expect(stuckLesson(cells)).toBe(index))

test('letters stand by key: a course whose lessons change places shows them in the new order', () => {
  const keys = ['opening', 'listening', 'closing']
  const cells = cellsWith('', keys, [
    { key: 'opening', isDone: true },
    { key: 'listening', isDone: false },
  ])
  expect(cells).toBe('obd')
  expect(cellReader(keys, keys)(cells)).toBe('dbo')
  expect(cellReader(keys, keys.toReversed())(cells)).toBe('obd')
})

test('a later state takes the place of an earlier one, and lessons the version lacks are left out', () => {
  const cells = cellsWith(
    'b',
    ['a', 'b'],
    [
      { key: 'a', isDone: true },
      { key: 'z', isDone: true },
    ],
  )
  expect(cells).toBe('do')
})

test('for another version, lessons are found by key and new ones are not begun', () => {
  expect(cellReader(['a', 'c'], ['c', 'b', 'a'])('db')).toBe('bod')
})

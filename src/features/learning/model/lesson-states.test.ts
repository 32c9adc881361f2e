import { expect, test } from 'vitest'
import { lessonStateAt, stuckLesson } from './lesson-states.ts'

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

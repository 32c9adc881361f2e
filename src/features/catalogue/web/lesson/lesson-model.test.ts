import { expect, test } from 'vitest'
import { bindLetters } from './bind-letters.ts'
import { indicesIn } from './indices-in.ts'
import { judgeCheck } from './judge-check.ts'

test.each([
  { value: undefined, indices: [] },
  { value: 'all', indices: [] },
  { value: [2, 0, 2], indices: [0, 2] },
  { value: [0, 3, -1, 1.5, '1', null], indices: [0] },
])('reads $indices from what was kept: $value', ({ value, indices }) => {
  expect(indicesIn(value, 3)).toEqual(indices)
})

const options = [{ right: true }, { right: false }, { right: true }]

test.each([
  { chosen: [0, 2], judgement: { isRight: true, wrong: 0, missing: 0 } },
  { chosen: [0], judgement: { isRight: false, wrong: 0, missing: 1 } },
  { chosen: [0, 1, 2], judgement: { isRight: false, wrong: 1, missing: 0 } },
  { chosen: [1], judgement: { isRight: false, wrong: 1, missing: 2 } },
])('judges $chosen', ({ chosen, judgement }) => {
  expect(judgeCheck(options, chosen)).toEqual(judgement)
})

test('binds Polish words of one letter to the next, and no others', () => {
  expect(bindLetters('I w domu, i z „w” nami a b', 'pl')).toBe(
    'I\u00a0w\u00a0domu, i\u00a0z\u00a0„w” nami a\u00a0b',
  )
  expect(bindLetters('a kérdés', 'hu')).toBe('a kérdés')
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom, shuffled } from '../model/shuffle.ts'
import { scoreMultipleChoice } from './multiple-choice/score-multiple-choice.ts'
import { scoreOrder } from './order/score-order.ts'
import { scoreShortAnswer } from './short-answer/score-short-answer.ts'
import { scoreSingleChoice } from './single-choice/score-single-choice.ts'
import { scoreTrueFalse } from './true-false/score-true-false.ts'

test('single choice is right or wrong', () => {
  expect(scoreSingleChoice({ rightOptionId: 'b' }, { type: 'single-choice', optionId: 'b' })).toBe(
    1,
  )
  expect(scoreSingleChoice({ rightOptionId: 'b' }, { type: 'single-choice', optionId: 'a' })).toBe(
    0,
  )
})

test('true or false is right or wrong', () => {
  expect(scoreTrueFalse({ answer: false }, { type: 'true-false', value: false })).toBe(1)
  expect(scoreTrueFalse({ answer: false }, { type: 'true-false', value: true })).toBe(0)
})

test.each([
  { chosen: ['a', 'b'], share: 1 },
  { chosen: ['a'], share: 0.5 },
  { chosen: ['a', 'c'], share: 0 },
  { chosen: ['a', 'b', 'c'], share: 0.5 },
  { chosen: ['a', 'b', 'c', 'd'], share: 0 },
  { chosen: ['a', 'a'], share: 0.5 },
  { chosen: [], share: 0 },
])('two of four right, chosen $chosen gains $share', ({ chosen, share }) => {
  const key = { rightOptionIds: ['a', 'b'] }
  expect(scoreMultipleChoice(key, { type: 'multiple-choice', optionIds: chosen })).toBe(share)
})

describe('order', () => {
  const key = { itemIds: ['a', 'b', 'c', 'd', 'e'] }
  test.each([
    { given: ['a', 'b', 'c', 'd', 'e'], share: 1 },
    { given: ['b', 'c', 'd', 'e', 'a'], share: 0.75 },
    { given: ['e', 'd', 'c', 'b', 'a'], share: 0 },
    { given: ['a', 'b', 'a', 'b', 'c'], share: 0 },
    { given: [], share: 0 },
  ])('$given gains $share', ({ given, share }) => {
    expect(scoreOrder(key, { type: 'order', itemIds: given })).toBe(share)
  })

  test('only the right order gains everything', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const given = shuffled(key.itemIds, seededRandom(seed))
        const isRight = given.join() === key.itemIds.join()
        expect(scoreOrder(key, { type: 'order', itemIds: given }) === 1).toBe(isRight)
      }),
    )
  })
})

test.each(['Siedem', ' siedem. ', 'SIEDEM', '7'])('short answer accepts %j', (text) => {
  expect(scoreShortAnswer({ accept: ['7', 'siedem'] }, { type: 'short-answer', text })).toBe(1)
})

test.each(['', '.', '8', 'siedem osiem'])('short answer refuses %j', (text) => {
  expect(scoreShortAnswer({ accept: ['7', 'siedem'] }, { type: 'short-answer', text })).toBe(0)
})

test('short answer takes letters without their accents', () => {
  expect(
    scoreShortAnswer({ accept: ['Łączenie'] }, { type: 'short-answer', text: 'laczenie' }),
  ).toBe(1)
})

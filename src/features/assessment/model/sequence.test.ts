import { expect, test } from 'vitest'
import { mostSequence, nextSequence } from './sequence.ts'

const noon = Date.UTC(2026, 10, 18, 12)

test('an answer given later on another device counts, though neither knew of the other', () => {
  const here = nextSequence(nextSequence(0, noon), noon + 500)
  expect(nextSequence(0, noon + 5_000)).toBeGreaterThan(here)
})

test('an answer counts above the one it replaces, whatever the clock says', () => {
  const first = nextSequence(0, noon)
  expect(nextSequence(first, noon)).toBe(first + 1)
  expect(nextSequence(first, noon - 86_400_000)).toBe(first + 1)
  expect(nextSequence(0, 0)).toBe(1)
  expect(nextSequence(mostSequence, noon)).toBe(mostSequence)
})

import { expect, test } from 'vitest'
import { longestWaitSeconds, waitSeconds } from './throttle.ts'

test('waits double from the sixth attempt and stop growing at a minute', () => {
  expect([0, 4, 5, 6, 7, 10, 11, 1000].map(waitSeconds)).toEqual([0, 0, 1, 2, 4, 32, 60, 60])
  expect(waitSeconds(Number.MAX_SAFE_INTEGER)).toBe(longestWaitSeconds)
})

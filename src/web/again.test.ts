import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { isBusy, isNetworkError, isPassing, isUntouched, pauseMs } from './again.ts'

const busy = (retryAfterSeconds: number) =>
  new ORPCError('OVERLOADED', { status: 503, data: { retryAfterSeconds } })
const noLine = new TypeError('Failed to fetch')

test('waits longer after each failure, a minute at most', () => {
  expect([1, 2, 3, 10].map((failures) => pauseMs(noLine, failures, () => 0))).toEqual([
    2000, 4000, 8000, 60_000,
  ])
})

test('waits as long as the server asks, and not all for the same time', () => {
  expect(pauseMs(busy(20), 1, () => 0)).toBe(20_000)
  expect(pauseMs(busy(20), 1, () => 1)).toBe(30_000)
  expect(pauseMs(busy(1), 1, () => 0)).toBe(2000)
})

test('knows a missing line in whatever words it comes', () => {
  for (const words of ['Failed to fetch', 'NetworkError when attempting to fetch', 'Load failed'])
    expect(isNetworkError(new TypeError(words))).toBe(true)
  expect(isNetworkError(new Error('Unable to preload CSS for /assets/player.css'))).toBe(true)
  expect(isNetworkError(new TypeError('x is undefined'))).toBe(false)
})

test('tells what passes by itself from what does not', () => {
  const failed = (code: string, status: number) => new ORPCError(code, { status })
  expect([noLine, busy(1), failed('X', 500), failed('X', 429)].map(isPassing)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect([failed('X', 401), failed('X', 403), failed('X', 409)].some(isPassing)).toBe(false)
  expect([busy(1), failed('UNAVAILABLE', 503), failed('X', 500)].map(isBusy)).toEqual([
    true,
    true,
    false,
  ])
  expect([busy(1), failed('UNAVAILABLE', 503)].map(isUntouched)).toEqual([true, false])
})

import { expect, test } from 'vitest'
import { inTime, TooLate } from './in-time.ts'
import { wakingPause } from './waking-pause.ts'

test('gives what the work gives, its failure too, and does not wait longer than it was told', async () => {
  expect(await inTime(Promise.resolve('done'), 1000)).toBe('done')
  await expect(inTime(Promise.reject(new RangeError('wrong')), 1000)).rejects.toThrow(RangeError)
  await expect(inTime(new Promise(() => {}), 5)).rejects.toBeInstanceOf(TooLate)
})

test('a pause ends when it is woken, or by itself', async () => {
  const pause = wakingPause()
  pause.wake()
  const long = pause.wait(60_000)
  pause.wake()
  await long
  await pause.wait(5)
})

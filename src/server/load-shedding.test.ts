import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createLoadShedder, type Place } from './load-shedding.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const limits = { mostRunning: 2, mostWaiting: 2, longestWaitMs: 500 }

it('serves some, lets some wait in the order they came, and refuses the rest at once', async () => {
  const shedder = createLoadShedder(limits)
  const [one, two] = [await shedder.enter(), await shedder.enter()]
  const served: string[] = []
  const third = shedder.enter().then((place) => {
    served.push('third')
    return place
  })
  const fourth = shedder.enter().then((place) => {
    served.push('fourth')
    return place
  })
  expect(await shedder.enter()).toBeNull()
  one?.leave()
  expect(await third).not.toBeNull()
  two?.leave()
  expect(await fourth).not.toBeNull()
  expect(served).toEqual(['third', 'fourth'])
})

it('refuses who has waited too long', async () => {
  const shedder = createLoadShedder(limits)
  await shedder.enter()
  await shedder.enter()
  const late = shedder.enter()
  await vi.advanceTimersByTimeAsync(500)
  expect(await late).toBeNull()
  expect(vi.getTimerCount()).toBe(0)
})

it('counts each place once, however often it is left', async () => {
  const shedder = createLoadShedder(limits)
  const place = await shedder.enter()
  place?.leave()
  place?.leave()
  expect(shedder.running()).toBe(0)
})

it('never serves more than it may, and loses no place', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('come', 'leave', 'wait'), { maxLength: 60 }),
      async (steps) => {
        const shedder = createLoadShedder(limits)
        const served: Place[] = []
        for (const step of steps) {
          if (step === 'come') void shedder.enter().then((place) => place && served.push(place))
          if (step === 'leave') served.shift()?.leave()
          await vi.advanceTimersByTimeAsync(step === 'wait' ? 600 : 0)
          expect(served.length).toBeLessThanOrEqual(limits.mostRunning)
          expect(shedder.running()).toBe(served.length)
        }
      },
    ),
  )
})

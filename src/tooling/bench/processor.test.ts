import { expect, test } from 'vitest'
import { asOnReference } from './processor.ts'
import { desktop, slowPhone } from './vitals.ts'

const given = (conditions: typeof slowPhone, slowness: number) => {
  const { timesSlower, ...rest } = asOnReference(conditions, slowness)
  return { cpuSlowdown: rest.conditions.cpuSlowdown, timesSlower }
}

test.each([
  ['the reference itself', slowPhone, 1, 4, 1],
  ['half as fast: slowed down half as much', slowPhone, 2, 2, 1],
  ['twice as fast: not let off', slowPhone, 0.5, 8, 1],
  ['slower than the slow phone: times are longer', slowPhone, 6, 1, 1.5],
  ['a desk on a faster one is slowed down to the reference', desktop, 0.5, 2, 1],
  ['a desk on a slower one cannot be made faster', desktop, 1.25, 1, 1.25],
] as const)('%s', (_, conditions, slowness, cpuSlowdown, timesSlower) => {
  expect(given(conditions, slowness)).toEqual({ cpuSlowdown, timesSlower })
})

test('the network and the name stay as they are', () => {
  const { conditions } = asOnReference(slowPhone, 2)
  expect(conditions).toEqual({ ...slowPhone, cpuSlowdown: 2 })
})

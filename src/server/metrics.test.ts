import { expect, test } from 'vitest'
import { createMetrics } from './metrics.ts'

test('a measure that was never read is missing, and one that cannot be read stays as it was', async () => {
  const reads = [
    () => Promise.reject(new Error('no database')),
    () => 7,
    () => new Promise(() => {}),
  ]
  const metrics = createMetrics([
    {
      name: 'officina_age_seconds',
      help: 'Age.',
      ofAll: 'max',
      // The types of the others do not matter: they give nothing.
      read: () => reads.shift()?.() as Promise<number>,
    },
  ])
  const sample = async () =>
    /^officina_age_seconds (\S+)$/m.exec(await (await metrics.render()).text())?.[1]
  expect([await sample(), await sample(), await sample()]).toEqual([undefined, '7', '7'])
})

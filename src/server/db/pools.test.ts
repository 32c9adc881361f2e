import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { connectionsNeeded, poolsOf } from './pools.ts'

it('gives one process all it can use, and many no more than they need to work', () => {
  expect(poolsOf(1)).toEqual({ db: 8, sql: 4, reports: 4 })
  expect(poolsOf(4)).toEqual({ db: 8, sql: 4, reports: 4 })
  expect(poolsOf(64)).toEqual({ db: 2, sql: 2, reports: 1 })
})

it('is what the guide tells the operator to allow', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../docs/operator-guide.md'), 'utf8')
  const [, told = ''] = /so many connections at most: (.+?)\./.exec(guide) ?? []
  const byWorkers = [...told.matchAll(/(\d+) with (?:`WORKERS=)?(\d+)/g)]
  expect(byWorkers.length).toBeGreaterThan(3)
  for (const [, connections, workers] of byWorkers)
    expect(connectionsNeeded(Number(workers))).toBe(Number(connections))
})

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { countTests } from './test-count.ts'

const folder = mkdtempSync(join(tmpdir(), 'officina-count-'))
const unit = join(folder, 'unit.json')
const journeys = join(folder, 'e2e.json')
writeFileSync(unit, JSON.stringify({ numPassedTests: 40, numFailedTests: 1, numTotalTests: 41 }))
writeFileSync(
  journeys,
  JSON.stringify({ stats: { expected: 4, unexpected: 2, flaky: 1, skipped: 0 } }),
)

const faults = join(folder, 'faults.json')
writeFileSync(
  faults,
  JSON.stringify(['passed', 'passed', 'failed', 'refused'].map((result) => ({ result }))),
)

it('sums all reports', () => {
  expect(countTests({ unit, journeys, faults }, false)).toEqual({ passed: 47, failed: 4 })
})

it('never tells of a failed run that nothing failed', () => {
  const absent = join(folder, 'absent.json')
  expect(countTests({ unit: absent, journeys: absent, faults: absent }, false)).toEqual({
    passed: 0,
    failed: 1,
  })
  expect(countTests({ unit: absent, journeys: absent, faults: absent }, true)).toEqual({
    passed: 0,
    failed: 0,
  })
})

import { readFileSync } from 'node:fs'
import { z } from 'zod'

export type Count = { passed: number; failed: number }

/** Sums the reports that exist; a run that failed without a failing test counts as one failure. */
export function countTests(
  reports: { unit: string; journeys: string; faults: string },
  passed: boolean,
): Count {
  const unit = read(reports.unit, unitReport)
  const journeys = read(reports.journeys, journeyReport)
  const faults = read(reports.faults, faultsReport) ?? []
  const ended = (result: string) => faults.filter((each) => each.result === result).length
  const sum = {
    passed:
      (unit?.numPassedTests ?? 0) +
      (journeys?.stats.expected ?? 0) +
      (journeys?.stats.flaky ?? 0) +
      ended('passed'),
    failed: (unit?.numFailedTests ?? 0) + (journeys?.stats.unexpected ?? 0) + ended('failed'),
  }
  return passed || sum.failed > 0 ? sum : { ...sum, failed: 1 }
}

const unitReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() })
/** A fault that the machine does not let be made is neither passed nor failed. */
const faultsReport = z.array(z.object({ result: z.enum(['passed', 'failed', 'refused']) }))
const journeyReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

function read<T>(path: string, shape: z.ZodType<T>): T | undefined {
  try {
    return shape.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}

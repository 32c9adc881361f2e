import { rmSync } from 'node:fs'
import { checkSteps, unitReport } from './check.ts'
import { e2eStep, journeyReport } from './e2e.ts'
import { faultsReport, faultsStep } from './faults-step.ts'
import { runSteps } from './steps.ts'
import { countTests } from './test-count.ts'

// Reports of an earlier run must not be counted as this one's.
for (const report of [unitReport, journeyReport, faultsReport]) rmSync(report, { force: true })
const passed = await runSteps([...checkSteps, e2eStep([]), faultsStep])
const count = countTests(
  { unit: unitReport, journeys: journeyReport, faults: faultsReport },
  passed,
)
console.log(`\n${count.passed} passed, ${count.failed} failed`)
process.exitCode = passed ? 0 : 1

import { e2eStep } from './e2e.ts'
import { runSteps } from './steps.ts'

process.exitCode = (await runSteps([e2eStep(process.argv.slice(2))])) ? 0 : 1

import { buildWithinBudget } from './budgeted-build.ts'
import { runSteps } from './steps.ts'

process.exitCode = (await runSteps([{ name: 'web app', run: buildWithinBudget }])) ? 0 : 1

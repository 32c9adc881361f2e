import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { faultsReport } from '../faults-step.ts'
import { runFaults } from './run.ts'
import { scenarios } from './scenarios.ts'

// npm run faults [-- --short] [-- name …]
const { values, positionals } = parseArgs({
  options: { short: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const unknown = positionals.filter((name) => !scenarios.some((each) => each.name === name))
if (unknown.length > 0) {
  console.error(
    `There is no scenario ${unknown.join(', ')}. Scenarios: ${scenarios.map(({ name }) => name).join(', ')}.`,
  )
  process.exit(2)
}
const chosen = scenarios.filter(
  ({ name }) => positionals.length === 0 || positionals.includes(name),
)
const outcomes = await runFaults(chosen, values.short ? 'short' : 'full')
mkdirSync(dirname(faultsReport), { recursive: true })
writeFileSync(faultsReport, JSON.stringify(outcomes, null, 2))
// A request that a scenario gave up must not hold up the end.
process.exit(outcomes.some(({ result }) => result === 'failed') ? 1 : 0)

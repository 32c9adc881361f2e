import { join } from 'node:path'
import { buildWithinBudget } from './budgeted-build.ts'
import { root, toolScript } from './paths.ts'
import { runNode } from './program.ts'
import type { Step } from './steps.ts'

export const unitReport = join(root, 'test-results', 'unit.json')

/** Everything but the journeys in a browser. */
export const checkSteps: Step[] = [
  tool('format and lint', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings']),
  tool('types', 'typescript/bin/tsc', ['--noEmit']),
  tool('unused code', 'knip/bin/knip.js', []),
  tool('unit and integration tests', 'vitest/vitest.mjs', [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ]),
  { name: 'web app within its byte budget', run: buildWithinBudget },
]

function tool(name: string, script: string, args: string[]): Step {
  return { name, run: async () => (await runNode(toolScript(script), args)) === 0 }
}

import { join } from 'node:path'
import { buildWithinBudget } from './budgeted-build.ts'
import { ensureChromium } from './chromium.ts'
import { root, toolScript } from './paths.ts'
import { runNode } from './program.ts'
import type { Step } from './steps.ts'

export const unitReport = join(root, 'test-results', 'unit.json')

/** Every text of a screen stands in its slice's catalogue; that each is translated is a test's to say. */
export const textsCheck = {
  script: toolScript('@lingui/cli/dist/lingui.js'),
  args: ['check', 'sync'],
}

const contentCheck = join(root, 'src/tooling/check-content.ts')

const unitArguments = [
  'run',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
]

/** Everything but the journeys in a browser. */
export const checkSteps: Step[] = [
  tool('format and lint', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings']),
  tool('types', 'typescript/bin/tsc', ['--noEmit']),
  tool('unused code', 'knip/bin/knip.js', []),
  {
    name: 'texts of the screens',
    run: async () => (await runNode(textsCheck.script, textsCheck.args)) === 0,
  },
  { name: 'courses', run: async () => (await runNode(contentCheck, [])) === 0 },
  {
    name: 'unit and integration tests',
    run: async () => {
      // Components are tested in a browser.
      ensureChromium()
      return (await runNode(toolScript('vitest/vitest.mjs'), unitArguments)) === 0
    },
  },
  { name: 'web app within its byte budget', run: buildWithinBudget },
]

function tool(name: string, script: string, args: string[]): Step {
  return { name, run: async () => (await runNode(toolScript(script), args)) === 0 }
}

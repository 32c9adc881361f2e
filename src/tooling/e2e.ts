import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../server/free-port.ts'
import { scratchFolder } from '../testing/scratch-folder.ts'
import { buildIfStale } from './build.ts'
import { ensureChromium } from './chromium.ts'
import { root, toolScript } from './paths.ts'
import { runNode } from './program.ts'
import type { Step } from './steps.ts'

export const journeyReport = join(root, 'test-results', 'e2e.json')

/** Journeys in a real browser against the built app, on a database of this run. */
export function e2eStep(args: string[]): Step {
  return { name: 'journeys in the browser', run: () => runJourneys(args) }
}

async function runJourneys(args: string[]): Promise<boolean> {
  const environment = { OFFICINA_CHROMIUM: ensureChromium() }
  await buildIfStale()
  const dataDir = scratchFolder('officina-e2e-')
  try {
    const code = await runNode(toolScript('@playwright/test/cli.js'), ['test', ...args], {
      ...environment,
      E2E_DATA_DIR: dataDir,
      E2E_PORT: String(await freePort()),
      PLAYWRIGHT_JSON_OUTPUT_NAME: journeyReport,
    })
    return code === 0
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

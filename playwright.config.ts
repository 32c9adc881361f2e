import { defineConfig, devices } from '@playwright/test'
import { freePort } from './src/server/free-port.ts'
import { scratchFolder } from './src/testing/scratch-folder.ts'
import { chromiumArguments, ensureChromium } from './src/tooling/chromium.ts'

// `npm run e2e` sets these; run by hand, Playwright's workers inherit what its first process chose.
process.env.E2E_PORT ??= String(await freePort())
process.env.E2E_DATA_DIR ??= scratchFolder('officina-e2e-')
process.env.OFFICINA_CHROMIUM ??= ensureChromium()
const baseURL = `http://localhost:${process.env.E2E_PORT}`

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL,
    locale: 'en-GB',
    timezoneId: 'Europe/Warsaw',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: process.env.OFFICINA_CHROMIUM, args: chromiumArguments },
  },
  projects: [
    {
      name: 'desktop',
      testIgnore: 'budgets.spec.ts',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 } },
    },
    // What measures time has the machine for itself.
    {
      name: 'budgets',
      testMatch: 'budgets.spec.ts',
      dependencies: ['desktop'],
      workers: 1,
      // A trace takes pictures all the while.
      use: { ...devices['Desktop Chrome'], trace: 'off' },
    },
  ],
  webServer: {
    command: 'node src/server/main.ts --demo',
    url: `${baseURL}/health/ready`,
    timeout: 180_000,
    stdout: 'ignore',
    // Killed outright, it would leave its database running.
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    env: { PORT: process.env.E2E_PORT, DATA_DIR: process.env.E2E_DATA_DIR, PUBLIC_URL: baseURL },
  },
})

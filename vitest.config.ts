import { lingui } from '@lingui/vite-plugin'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumArguments, findChromium } from './src/tooling/chromium.ts'

const executablePath = findChromium()

/** A busy machine takes its time; what is there at once is seen at once. */
const expect = { poll: { timeout: 10_000 } }

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [lingui({ macroTransform: true })],
        test: {
          name: 'node',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['src/**/*.browser.test.{ts,tsx}'],
          environment: 'node',
          globalSetup: ['src/testing/database-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          expect,
        },
      },
      {
        plugins: [lingui({ macroTransform: true }), react(), tailwindcss()],
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.tsx'],
          expect,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: chromiumArguments,
                ...(executablePath ? { executablePath } : {}),
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})

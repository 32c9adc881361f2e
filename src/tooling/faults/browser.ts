import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  chromium,
  expect as impatient,
  type Locator,
  type Page,
} from '@playwright/test'
import { chromiumArguments, ensureChromium } from '../chromium.ts'
import { MachineRefuses } from './scenario.ts'
import type { Stage } from './stage.ts'
import type { CastLearner } from './template.ts'

/** Other work may keep this machine busy. */
export const expect = impatient.configure({ timeout: 30_000 })

/** What a person sees by name: exact, as it stands in English. */
const words = {
  kept: 'Kept on this device, will be sent',
  away: 'The server does not answer',
  opensItself: 'This page opens by itself as soon as the server answers again.',
  busy: 'The server is very busy just now.',
  answersKept: 'Your answers are kept on this device and will be sent by themselves.',
} as const
export const say = words

export type Device = { context: BrowserContext; open: (path: string) => Promise<Page> }

/** A real browser; each device in it has a storage of its own, as another computer would. */
export async function openBrowser(
  stage: Stage,
  base = stage.base(),
): Promise<(learner: CastLearner) => Promise<Device>> {
  let browser: Browser
  try {
    const executablePath = ensureChromium()
    browser = await chromium.launch({ executablePath, args: chromiumArguments })
  } catch (error) {
    throw new MachineRefuses(
      `it needs Chromium: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
    )
  }
  stage.onClear(() => browser.close())
  stage.onFailure(async (folder) => {
    const pages = browser.contexts().flatMap((context) => context.pages())
    for (const [number, page] of pages.entries())
      await page.screenshot({ path: join(folder, `page-${number + 1}.png`), timeout: 5000 })
  })
  return async (learner) => {
    const context = await browser.newContext({
      baseURL: base,
      locale: 'en-GB',
      timezoneId: 'Europe/Warsaw',
      viewport: { width: 1280, height: 900 },
    })
    context.setDefaultTimeout(30_000)
    await context.addCookies([
      ...learner.cookie.split('; ').map((cookie) => ({
        name: cookie.slice(0, cookie.indexOf('=')),
        value: cookie.slice(cookie.indexOf('=') + 1),
        url: base,
      })),
      { name: 'language', value: 'en', url: base },
    ])
    return {
      context,
      open: async (path) => {
        const page = await context.newPage()
        await page.goto(path, { waitUntil: 'commit' })
        return page
      },
    }
  }
}

/** The app's files are on the device: from now on it opens without a connection. */
export async function untilKept(page: Page) {
  await page.waitForFunction(async () => {
    if (!navigator.serviceWorker.controller) return false
    const cache = await caches.open('officina-app-1')
    return (await cache.keys()).filter(({ url }) => url.includes('/assets/')).length > 5
  })
}

/** Ticks an item of the checklist of the lesson, from 0. */
export async function tick(page: Page, item: number) {
  const box = page.getByRole('checkbox').nth(item)
  await press(box)
  await expect(box).toBeChecked()
}

/** What is pressed of a box or a choice is its label. */
export async function press(control: Locator) {
  await control.locator('xpath=ancestor::label').click()
}

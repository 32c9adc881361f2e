import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { buildIfStale } from '../build.ts'
import { chromiumArguments, ensureChromium } from '../chromium.ts'
import { root } from '../paths.ts'
import { openBigMatrix, type Scrolling, scrollMatrix, workInMatrix } from './big-matrix.ts'
import type { DatasetName } from './dataset.ts'
import { withProduct } from './product.ts'
import { type Conditions, desktop, slowPhone, type Vitals, visit } from './vitals.ts'

type Seen = {
  page: string
  conditions: string
  visits: Vitals[]
  scrolling: Scrolling[]
}

type Opened = {
  name: string
  account: string
  address: (page: Page) => Promise<string>
  /** What somebody does there; a few keys and a press when it is left out. */
  work?: (page: Page) => Promise<void>
  scroll?: (page: Page) => Promise<Scrolling>
}

const password = 'officina-demo'

const pages: Opened[] = [
  { name: "clerk's home", account: 'clerk', address: async () => '/' },
  { name: 'course', account: 'clerk', address: async () => '/courses/client-service' },
  { name: 'lesson', account: 'clerk', address: lessonOf },
  { name: 'dashboard', account: 'manager', address: async () => '/dashboard' },
  {
    name: 'groups, then a matrix of 400 × 40',
    account: 'trainer',
    address: async () => '/groups',
    work: async (page) => {
      await openBigMatrix(page)
      await workInMatrix(page)
    },
    scroll: scrollMatrix,
  },
]

/**
 * What the browser makes of the main pages, each opened with an empty cache: on this machine as it is, and as a
 * slow phone has it. Prints Markdown with the medians of the rounds, writes every visit to test-results.
 */
export async function benchBrowser(dataset: DatasetName | 'demo', rounds = 3): Promise<void> {
  await buildIfStale()
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: chromiumArguments,
  })
  try {
    // A browser of another language than its person's fetches the words of both.
    const locale = dataset === 'demo' ? 'pl-PL' : 'hu-HU'
    const seen = await withProduct(dataset, (base) => visitAll(browser, { base, locale }, rounds))
    mkdirSync(join(root, 'test-results'), { recursive: true })
    const file = join(root, `test-results/bench-browser-${dataset}.json`)
    writeFileSync(file, JSON.stringify({ dataset, seen }, null, 2))
    console.log(`\nin the browser on ${dataset}, medians of ${rounds} visits\n\n${markdown(seen)}`)
  } finally {
    await browser.close()
  }
}

type Site = { base: string; locale: string }

async function visitAll(browser: Browser, site: Site, rounds: number): Promise<Seen[]> {
  const seen: Seen[] = pages.flatMap(({ name }) =>
    [desktop, slowPhone].map((conditions) => ({
      page: name,
      conditions: conditions.name,
      visits: [],
      scrolling: [],
    })),
  )
  for (let round = 0; round < rounds; round += 1)
    for (const opened of pages)
      for (const conditions of [desktop, slowPhone]) {
        const found = seen.find(
          (each) => each.page === opened.name && each.conditions === conditions.name,
        )
        const { vitals, scrolling } = await visitOnce(browser, site, opened, conditions)
        found?.visits.push(vitals)
        if (scrolling) found?.scrolling.push(scrolling)
      }
  return seen
}

async function visitOnce(
  browser: Browser,
  { base, locale }: Site,
  opened: Opened,
  conditions: Conditions,
) {
  const options: BrowserContextOptions = {
    baseURL: base,
    locale,
    viewport: conditions === desktop ? { width: 1280, height: 900 } : { width: 390, height: 844 },
  }
  const context = await browser.newContext(options)
  try {
    const signedIn = await context.request.post('/api/auth/sign-in/email', {
      headers: { origin: base },
      data: { email: `${opened.account}@demo.officina.test`, password },
    })
    if (!signedIn.ok()) throw new Error(`${opened.account} cannot sign in: ${signedIn.status()}`)
    const page = await context.newPage()
    const address = base + (await opened.address(page))
    const vitals = await visit(page, address, conditions, opened.work ?? touch)
    const scrolling = conditions === desktop ? await opened.scroll?.(page) : undefined
    return { vitals, scrolling }
  } finally {
    await context.close()
  }
}

/** The lesson the clerk left open. */
async function lessonOf(page: Page): Promise<string> {
  const answer = await page.request.get('/api/me/home?language=pl')
  const { courses } = (await answer.json()) as { courses: { enrolmentId: string }[] } // as the contract says
  return `/learn/${courses[0]?.enrolmentId}`
}

/** Two keys and a press: whatever answers to them is measured. */
async function touch(page: Page): Promise<void> {
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.locator('h1').first().click()
  await page.waitForTimeout(300)
}

function markdown(seen: readonly Seen[]): string {
  const rows = seen.map(({ page, conditions, visits, scrolling }) => {
    const middle = (read: (vitals: Vitals) => number) => median(visits.map(read))
    return [
      page,
      conditions,
      ...[middle((each) => each.fcpMs), middle((each) => each.lcpMs)].map(whole),
      whole(middle((each) => each.tbtMs)),
      middle((each) => each.cls).toFixed(3),
      whole(middle((each) => each.interactionMs ?? 0)),
      scrolling.length > 0 ? whole(median(scrolling.map((each) => each.framesPerSecond))) : '',
      whole(middle((each) => each.requests)),
      whole(middle((each) => each.bytes) / 1000),
      whole(middle((each) => each.scriptBytes) / 1000),
      String(new Set(visits.flatMap(({ hosts }) => hosts)).size),
    ]
  })
  return [head, head.map((_, index) => (index < 2 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

const head = [
  '',
  'conditions',
  'first paint ms',
  'LCP ms',
  'blocked ms',
  'shift',
  'interaction ms',
  'frames/s',
  'requests',
  'kB',
  'of it scripts',
  'hosts',
]

const whole = (value: number) => value.toFixed(0)

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

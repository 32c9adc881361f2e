import { cpus } from 'node:os'
import type { Browser } from '@playwright/test'
import { openBigMatrix, scrollMatrix, workInMatrix } from '../src/tooling/bench/big-matrix.ts'
import { processorTime, since, untilQuiet } from '../src/tooling/bench/quiet.ts'
import { slowPhone, type Vitals, visit } from '../src/tooling/bench/vitals.ts'
import { type Account, signInAs } from './accounts.ts'
import { expect, test } from './watched-test.ts'

// Alone, after every other journey (see playwright.config.ts): others would take the processor away. What disturbs
// a visit only ever makes it slower, so the best of several tells what the app itself takes. Where the machine has
// other work all the while, times may be half as long again: then only a gross break is seen.
test.describe.configure({ mode: 'serial' })
test.setTimeout(240_000)

const budget = {
  scriptBytes: 150_000,
  lcpMs: 2000,
  tbtMs: 150,
  cls: 0.02,
  interactionMs: 100,
  framesPerSecond: 55,
}
const mostVisits = 6
const isQuiet = (elsewhere: number) => elsewhere < 0.2
const allowed = ({ elsewhere }: Vitals, budgeted: number) =>
  budgeted * (isQuiet(elsewhere) ? 1 : 1.5)

test('the clerk’s home comes within its budget on a slow phone', async ({ browser }) => {
  const visits = await visitUntil(
    browser,
    'clerk',
    { width: 390, height: 844 },
    (vitals) => vitals.lcpMs <= allowed(vitals, budget.lcpMs) && isFree(vitals),
    (page, base) => visit(page, `${base}/`, slowPhone),
  )
  // These do not depend on the machine: each visit keeps to them.
  for (const { hosts, scriptBytes, cls, calls } of visits) {
    expect(hosts, 'hosts asked').toHaveLength(1)
    expect(scriptBytes, 'bytes of scripts as transferred').toBeLessThanOrEqual(budget.scriptBytes)
    expect(cls, 'layout shift').toBeLessThanOrEqual(budget.cls)
    expect(calls, 'calls of the API').toEqual(['/rpc/identity/me/__batch__'])
  }
  const measured = JSON.stringify(
    visits.map(({ lcpMs, tbtMs, elsewhere }) => ({ lcpMs, tbtMs, elsewhere })),
  )
  expect(
    visits.some((vitals) => vitals.lcpMs <= allowed(vitals, budget.lcpMs)),
    `largest paint by ${budget.lcpMs} ms: ${measured}`,
  ).toBe(true)
  expect(visits.some(isFree), `blocked for ${budget.tbtMs} ms at most: ${measured}`).toBe(true)
})

const isFree = (vitals: Vitals) => vitals.tbtMs <= allowed(vitals, budget.tbtMs)

for (const [device, viewport] of [
  ['desk', { width: 1280, height: 900 }],
  ['phone', { width: 390, height: 844 }],
] as const)
  test(`a matrix of 400 × 40 answers at once on a slow processor, ${device}`, async ({
    browser,
  }) => {
    const visits = await visitUntil(browser, 'trainer', viewport, answersAtOnce, (page, base) =>
      visit(page, `${base}/groups`, { ...slowPhone, network: null }, async () => {
        await openBigMatrix(page)
        await workInMatrix(page)
      }),
    )
    const measured = visits.map(({ interactions, elsewhere }) => ({ interactions, elsewhere }))
    expect(
      visits.some(answersAtOnce),
      `slowest answer to a key or press: ${JSON.stringify(measured)}`,
    ).toBe(true)
  })

const answersAtOnce = (vitals: Vitals) =>
  vitals.interactionMs !== null && vitals.interactionMs <= allowed(vitals, budget.interactionMs)

test('a matrix of 400 × 40 scrolls smoothly', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? '' })
  const page = await context.newPage()
  await signInAs(page, 'trainer', { at: '/groups' })
  await openBigMatrix(page)
  let isSmooth = false
  const turns: { framesPerSecond: number; elsewhere: number }[] = []
  while (turns.length < mostVisits && !isSmooth) {
    await untilQuiet(10_000)
    const before = processorTime()
    const { framesPerSecond } = await scrollMatrix(page)
    // Scrolling takes one processor, which counts as its own.
    const { busyMs, allMs } = since(before)
    const elsewhere = Math.max(0, busyMs / allMs - 1 / cpus().length)
    turns.push({ framesPerSecond, elsewhere })
    isSmooth = framesPerSecond >= budget.framesPerSecond / (isQuiet(elsewhere) ? 1 : 1.5)
  }
  await context.close()
  expect(isSmooth, `frames a second: ${JSON.stringify(turns)}`).toBe(true)
})

/** Visits with an empty cache until one is good, at most six. */
async function visitUntil(
  browser: Browser,
  account: Account,
  viewport: { width: number; height: number },
  isGood: (vitals: Vitals) => boolean,
  go: (page: Awaited<ReturnType<Browser['newPage']>>, base: string) => Promise<Vitals>,
): Promise<Vitals[]> {
  const base = test.info().project.use.baseURL ?? ''
  const visits: Vitals[] = []
  while (visits.length < mostVisits && !visits.some(isGood)) {
    const context = await browser.newContext({ baseURL: base, viewport, locale: 'pl-PL' })
    const page = await context.newPage()
    await signInAs(page, account, { language: 'pl', at: '/favicon.svg' })
    visits.push(await go(page, base))
    await context.close()
  }
  test.info().annotations.push({
    type: 'measured',
    description: visits
      .map(({ lcpMs, tbtMs, cls, interactionMs }) =>
        [lcpMs, tbtMs, cls, interactionMs ?? '–'].join(' '),
      )
      .join(' | '),
  })
  return visits
}

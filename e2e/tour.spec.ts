import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { type Account, signInAs } from './accounts.ts'
import { keyboardAlone } from './hands.ts'
import { expect, test } from './watched-test.ts'
import { type Say, wordsOf } from './words.ts'

test.setTimeout(180_000)

// Accounts that no other journey takes: a tour is offered once.
const journeys = [
  {
    name: 'in Hungarian on a phone of 360 px',
    account: 'trainer.hu',
    language: 'hu',
    viewport: { width: 360, height: 740 },
    steps: 5,
  },
  {
    name: 'in English on a desktop',
    account: 'auditor',
    language: 'en',
    viewport: { width: 1440, height: 900 },
    steps: 5,
  },
] as const

for (const { name, account, language, viewport, steps } of journeys)
  test.describe(name, () => {
    test.use({ viewport, locale: language })

    test(`is shown around with the keyboard alone, once and again from help, ${name}`, async ({
      page,
    }) => {
      const say = await wordsOf(language)
      const hands = keyboardAlone(page)
      const panel = panelOf(page)
      const button = (source: string) => page.getByRole('button', { name: say(source) })
      await signInAs(page, account satisfies Account, { language })

      await test.step('the offer stays until it is answered', async () => {
        await expect(button('Show me around')).toBeVisible()
        await page.reload()
        await hands.press(button('Show me around'))
        await expect(panel).toBeFocused()
        await expect(button('Show me around')).toHaveCount(0)
      })

      await test.step('each step frames something in sight, and is out of its way', async () => {
        for (let number = 1; number <= steps; number += 1) {
          await expectStep(page, say, number, steps)
          await expectFramed(page)
          if (number === 2) await expectAccessible(page)
          if (number < steps) await hands.press(button('Next'))
        }
      })

      await test.step('ends, gives the keyboard back, and is not offered again', async () => {
        await hands.press(button('Done'))
        await expect(panel).toHaveCount(0)
        await expect(page.getByRole('main')).toBeFocused()
        await page.goto('/')
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(button('Show me around')).toHaveCount(0)
      })

      await test.step('help shows around again, and the tour can be skipped', async () => {
        await hands.press(page.getByRole('contentinfo').getByRole('link', { name: say('Help') }))
        await hands.press(button('Show me around again'))
        await expectStep(page, say, 1, steps)
        await hands.press(button('Next'))
        await expectStep(page, say, 2, steps)
        // Forward a long list of people may follow; back it is two presses away.
        await page.keyboard.press('Shift+Tab')
        await page.keyboard.press('Shift+Tab')
        await expect(button('Skip the rest')).toBeFocused()
        await page.keyboard.press('Enter')
        await expect(panel).toHaveCount(0)
      })

      await test.step('Escape ends it too', async () => {
        await page.goto('/help')
        await hands.press(button('Show me around again'))
        await expect(panel).toBeFocused()
        await page.keyboard.press('Escape')
        await expect(panel).toHaveCount(0)
        await expect(page.getByRole('main')).toBeFocused()
      })
    })
  })

test('who declines is not asked again, on no device', async ({ page, browser }) => {
  await signInAs(page, 'officer.hu', { language: 'en' })
  await page.getByRole('button', { name: 'Not now' }).click()
  await expect(page.getByRole('button', { name: 'Show me around' })).toHaveCount(0)
  await expect(page.getByRole('main')).toBeFocused()
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  // Told by the server: this browser has never seen her.
  await expect(async () => {
    await signInAs(other, 'officer.hu', { language: 'en' })
    await expect(other.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(other.getByRole('button', { name: 'Show me around' })).toHaveCount(0)
  }).toPass({ timeout: 20_000 })
  await elsewhere.close()
})

const panelOf = (page: Page) => page.locator('[data-tour-panel]')

async function expectStep(page: Page, say: Say, number: number, count: number) {
  await expect(
    panelOf(page).getByText(say('Tour · step {number} of {count}', { number, count })),
  ).toBeVisible()
}

async function expectFramed(page: Page) {
  await expect
    .poll(() =>
      panelOf(page).evaluate((panel) => {
        const ring = panel.nextElementSibling
        if (!(ring instanceof HTMLElement) || ring.hidden) return 'nothing is framed'
        const [own, framed] = [panel.getBoundingClientRect(), ring.getBoundingClientRect()]
        if (framed.bottom <= 0 || framed.top >= window.innerHeight) return 'out of sight'
        const apart =
          own.bottom <= framed.top ||
          framed.bottom <= own.top ||
          own.right <= framed.left ||
          framed.right <= own.left
        return apart ? 'framed' : 'covered'
      }),
    )
    .toBe('framed')
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

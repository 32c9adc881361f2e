import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { signInAs } from './accounts.ts'
import { allPaths, type Learner, waysTo } from './addresses.ts'
import { expect, test } from './watched-test.ts'

test.setTimeout(900_000)

const looks = [
  { name: 'light', learner: 'officer', colorScheme: 'light', contrast: 'no-preference' },
  { name: 'dark', learner: 'caller', colorScheme: 'dark', contrast: 'no-preference' },
  { name: 'high contrast', learner: 'owner', colorScheme: 'light', contrast: 'more' },
] as const

let paths: string[] = []
test.beforeAll(async () => {
  paths = await allPaths()
})

test('every route has a known way to it, and no way leads nowhere', () => {
  expect(Object.keys(waysTo('officer')).sort()).toEqual(paths)
})

for (const { name, learner, colorScheme, contrast } of looks)
  test.describe(name, () => {
    test.use({
      contextOptions: { colorScheme, contrast, reducedMotion: 'reduce' },
      // The page that is not there says so; the console may repeat it.
      expectedErrors: [/404/],
    })

    test(`axe finds nothing on any route, ${name}`, async ({ page }) => {
      // Known pages come in the order of who opens them: one sign-in each.
      const ways = Object.entries(waysTo(learner satisfies Learner)).sort(([, one], [, other]) =>
        String(one.as).localeCompare(String(other.as)),
      )
      let signedIn: string | null = null
      for (const [route, { as, addresses }] of ways) {
        if (as !== signedIn) {
          await page.context().clearCookies()
          if (as) await signInAs(page, as)
          signedIn = as
        }
        for (const address of addresses ? await addresses(page) : [route])
          await test.step(address, () => expectAccessible(page, address, name))
      }
    })
  })

async function expectAccessible(page: Page, address: string, look: string) {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  const shown = await page.locator('html').getAttribute('class')
  if (look !== 'light') expect(shown).toContain(look === 'dark' ? 'dark' : 'contrast')
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes
      .slice(0, 5)
      .map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`),
  }))
  expect.soft(found, `${address}, ${look}`).toEqual([])
}

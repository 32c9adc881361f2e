import { test as base, expect } from '@playwright/test'

export { expect }

/** A page on which nothing may fail unheard: errors in its console or scripts fail the test. */
export const test = base.extend<{ expectedErrors: RegExp[]; watch: undefined }>({
  // A test that provokes a failure says which words the console may then hold.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needed fixtures from this pattern
  expectedErrors: async ({}, use) => use([]),
  watch: [
    async ({ page, expectedErrors }, use) => {
      page.setDefaultTimeout(30_000)
      const heard: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') heard.push(`${message.text()} (${message.location().url})`)
      })
      page.on('pageerror', (error) => heard.push(error.stack ?? error.message))
      await use(undefined)
      const unexpected = heard.filter((text) => !expectedErrors.some((each) => each.test(text)))
      expect(unexpected, 'errors in the console').toEqual([])
    },
    { auto: true },
  ],
})

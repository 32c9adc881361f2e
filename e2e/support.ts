import { test as base, expect, type Page } from '@playwright/test'
import type { Language } from '../src/contract/primitives.ts'

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

/** Accounts of the demonstration data; all have one password. */
export type Account =
  | 'clerk'
  | 'clerk.hu'
  | 'trainer'
  | 'manager'
  | 'officer'
  | 'author'
  | 'examiner'
  | 'caller'
  | 'owner'
  | 'auditor'
  | 'admin'

export const demoPassword = 'officina-demo'
export const emailOf = (account: Account) => `${account}@demo.officina.test`

/** Signs in without the screen, in the wanted language; for tests that are about something else. */
export async function signInAs(
  page: Page,
  account: Account,
  { language = 'en', at = '/' }: { language?: Language; at?: string } = {},
): Promise<void> {
  const origin = originOf(page)
  const answer = await page.request.post('/api/auth/sign-in/email', {
    headers: { origin },
    data: { email: emailOf(account), password: demoPassword },
  })
  expect(answer.ok(), `sign-in of ${account}: ${answer.status()}`).toBe(true)
  await speak(page, language)
  await page.goto(at)
}

/** Sets the signed-in person's language. */
export async function speak(page: Page, language: Language): Promise<void> {
  const answer = await page.request.patch('/api/me/profile', {
    headers: { origin: originOf(page) },
    data: { language },
  })
  expect(answer.ok(), `language: ${answer.status()}`).toBe(true)
}

/** What the REST API answers to the signed-in person. */
export async function read<Answer>(page: Page, path: string): Promise<Answer> {
  const answer = await page.request.get(`/api${path}`)
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true)
  return (await answer.json()) as Answer // each test names what it needs of the answer
}

export function originOf(page: Page): string {
  const { baseURL } = test.info().project.use
  return new URL(baseURL ?? page.url()).origin
}

import { expect, type Page } from '@playwright/test'
import type { Language } from '../src/contract/primitives.ts'
import { originOf } from './api.ts'

/** Accounts of the demonstration data; all have one password. */
export type Account =
  | 'clerk'
  | 'clerk.hu'
  | 'trainer.hu'
  | 'officer.hu'
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

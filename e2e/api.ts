import { expect, type Page, test } from '@playwright/test'

/** What the REST API answers to the signed-in person. */
export async function read<Answer>(page: Page, path: string): Promise<Answer> {
  const answer = await page.request.get(`/api${path}`)
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true)
  return (await answer.json()) as Answer // each test names what it needs of the answer
}

/** Sends the signed-in person's change to the REST API. */
export async function post<Answer>(page: Page, path: string, data: object = {}): Promise<Answer> {
  const answer = await page.request.post(`/api${path}`, {
    headers: { origin: originOf(page) },
    data,
  })
  expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true)
  return (await answer.json()) as Answer // each caller names what it needs of the answer
}

/** What a browser on these pages says it comes from. */
export function originOf(page: Page): string {
  const { baseURL } = test.info().project.use
  return new URL(baseURL ?? page.url()).origin
}

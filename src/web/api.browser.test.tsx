import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { api, client, queryClient } from './api.ts'

let sent: { path: string; body: string }[]

beforeEach(() => {
  sent = []
  queryClient.clear()
  vi.spyOn(window, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init)
    const body = await request.text()
    sent.push({ path: new URL(request.url).pathname, body })
    return answerTo(body)
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  delete window.officinaEarly
})

/** Null to every question. */
function answerTo(body: string): Response {
  const asked: unknown = JSON.parse(body)
  const answer = Array.isArray(asked)
    ? asked.map((_, index) => ({ index, body: { json: null } }))
    : { json: null }
  return Response.json(answer, { status: Array.isArray(asked) ? 207 : 200 })
}

const me = () => queryClient.fetchQuery(api.identity.me.queryOptions())
const home = () =>
  queryClient.fetchQuery(api.learning.home.queryOptions({ input: { language: 'hu' } }))

test('what a page reads at once goes in one round trip', async () => {
  await Promise.allSettled([me(), home()])
  expect(sent.map(({ path }) => path)).toEqual(['/rpc/identity/me/__batch__'])
})

test('a change goes alone, whatever is read meanwhile', async () => {
  const change = client.identity.security.endOtherSessions()
  await Promise.allSettled([me(), home(), change])
  expect(sent.map(({ path }) => path).sort()).toEqual([
    '/rpc/identity/me/__batch__',
    '/rpc/identity/security/endOtherSessions',
  ])
})

test('the answer asked for early is taken for the same question, once', async () => {
  await Promise.allSettled([me(), home()])
  const body = sent.pop()?.body ?? ''
  queryClient.clear()
  window.officinaEarly = { body, answer: Promise.resolve(answerTo(body)) }
  await Promise.allSettled([me(), home()])
  expect(sent).toEqual([])
  queryClient.clear()
  await Promise.allSettled([me(), home()])
  expect(sent).toHaveLength(1)
})

test('an early answer to another question is dropped', async () => {
  window.officinaEarly = { body: '[]', answer: Promise.resolve(answerTo('[]')) }
  await Promise.allSettled([me(), home()])
  expect(sent).toHaveLength(1)
  expect(window.officinaEarly).toBeUndefined()
})

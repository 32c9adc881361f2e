import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { ORPCError } from '@orpc/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import type { AttemptId, EnrolmentId } from '../../../contract/primitives.ts'
import { queryClient } from '../../../web/api.ts'
import type { Flushed } from './answer-queue.ts'
import { CheckAnswers } from './CheckAnswers.tsx'

let handedIn = 0

beforeEach(() => {
  i18n.loadAndActivate({ locale: 'en', messages: {} })
  handedIn = 0
  vi.spyOn(window, 'fetch').mockImplementation(async () => {
    handedIn += 1
    return Response.json({ json: {} })
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  queryClient.clear()
})

const refused = (code: string): Flushed => ({
  type: 'refused',
  error: new ORPCError(code, { status: 409 }),
})

test.each([
  ['waiting', { type: 'waiting' } satisfies Flushed, /the server has not taken all your answers/],
  ['not taken', refused('NOT_ON_PAPER'), /This question is not part of your quiz/],
])(
  'an answer that is %s is said in its own words, and nothing is handed in',
  async (_, flushed, words) => {
    const screen = await show(flushed)
    await screen.getByRole('button', { name: 'Hand in the quiz' }).click()
    await expect.element(screen.getByText(words)).toBeVisible()
    expect(handedIn).toBe(0)
  },
)

test.each([
  ['everything is sent', { type: 'sent' } satisfies Flushed],
  ['it was handed in elsewhere', refused('ATTEMPT_CLOSED')],
])('when %s the result comes', async (_, flushed) => {
  const screen = await show(flushed)
  await screen.getByRole('button', { name: 'Hand in the quiz' }).click()
  await expect.element(screen.getByText('The result')).toBeVisible()
  expect(handedIn).toBe(1)
})

function show(flushed: Flushed) {
  const router = createMemoryRouter([
    {
      path: '/',
      element: (
        <CheckAnswers
          enrolmentId={'enrolment' as EnrolmentId} // as the contract brands it
          attemptId={'attempt' as AttemptId} // as the contract brands it
          questions={[]}
          answered={[]}
          flush={async () => flushed}
        />
      ),
    },
    { path: '*', element: <p>The result</p> },
  ])
  return render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>,
  )
}

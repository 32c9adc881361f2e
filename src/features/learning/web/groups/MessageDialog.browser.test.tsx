import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { ORPCError } from '@orpc/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { EnrolmentId, GroupId } from '../../../../contract/primitives.ts'
import { queryClient } from '../../../../web/api.ts'
import { MessageDialog } from './MessageDialog.tsx'

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }))
afterEach(() => {
  vi.restoreAllMocks()
  queryClient.clear()
})

test('a mail on its way keeps the dialog open: it is not written a second time', async () => {
  const answer = Promise.withResolvers<Response>()
  const sending = vi.spyOn(window, 'fetch').mockReturnValue(answer.promise)
  const [onClose, onSent] = [vi.fn(), vi.fn()]
  const screen = await render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <MessageDialog
          groupId={'group' as GroupId} // as the contract brands it
          enrolmentIds={['enrolment' as EnrolmentId]} // as the contract brands it
          onClose={onClose}
          onSent={onSent}
        />
      </QueryClientProvider>
    </I18nProvider>,
  )
  await screen.getByRole('textbox', { name: 'Subject' }).fill('Friday')
  await screen.getByRole('textbox', { name: 'Message' }).fill('We meet at nine.')
  await screen.getByRole('button', { name: 'Send' }).click()
  await expect.element(screen.getByRole('button', { name: 'Cancel' })).toBeDisabled()
  await expect.element(screen.getByRole('button', { name: 'Close' })).toBeDisabled()
  await userEvent.keyboard('{Escape}')
  expect(onClose).not.toHaveBeenCalled()
  answer.resolve(Response.json({ json: { sent: 1 } }))
  await vi.waitFor(() => expect(onSent).toHaveBeenCalledWith(1), { timeout: 10_000 })
  expect(sending).toHaveBeenCalledTimes(1)
})

test('a busy server is asked three times at most, then the person is told', async () => {
  const { retry } = queryClient.getDefaultOptions().mutations ?? {}
  const busy = new ORPCError('OVERLOADED', { status: 503 })
  if (typeof retry !== 'function') throw new Error('mutations say how often they try')
  expect([0, 1, 2, 3].map((failures) => retry(failures, busy))).toEqual([true, true, false, false])
})

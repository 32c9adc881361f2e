import '../design-system/styles.css'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { createMemoryRouter, Outlet } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { TourPanel } from './TourPanel.tsx'
import { stepsOf } from './tour-steps.ts'

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }))
beforeEach(() => page.viewport(1240, 900))

/** A busy machine takes its time. */
const patience = { timeout: 10_000 }

test('goes from step to step and page to page, the keyboard staying in the panel', async () => {
  const { screen, router, onClose } = await show()
  const region = screen.getByRole('region', { name: /step 1 of 5.*Your groups/ })
  await expect.element(region).toHaveFocus()
  expect(router.state.location.pathname).toBe('/groups')
  await expectFramed('[data-tour="group"]')
  await userEvent.tab()
  await userEvent.tab()
  await expect.element(screen.getByRole('button', { name: 'Next' })).toHaveFocus()
  for (const step of [2, 3, 4]) {
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByText(`Tour · step ${step} of 5`)).toBeVisible()
    await expect.element(screen.getByRole('button', { name: 'Next' })).toHaveFocus()
  }
  await vi.waitFor(() => expect(router.state.location.pathname).toBe('/'), patience)
  await userEvent.keyboard('{Enter}')
  await expectFramed('[data-tour="account"]')
  await userEvent.click(screen.getByRole('button', { name: 'Done' }))
  expect(onClose).toHaveBeenCalledOnce()
})

test('goes back, and keeps the focus when there is no further back', async () => {
  const { screen } = await show()
  await userEvent.click(screen.getByRole('button', { name: 'Next' }))
  await userEvent.click(screen.getByRole('button', { name: 'Back' }))
  await expect.element(screen.getByText('Tour · step 1 of 5')).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Next' })).toHaveFocus()
})

test('ends by Escape from anywhere on the page, but not what has opened there', async () => {
  const { screen, onClose } = await show()
  await userEvent.click(screen.getByRole('button', { name: 'Account' }))
  await userEvent.keyboard('{Escape}')
  expect(onClose).not.toHaveBeenCalled()
  await userEvent.keyboard('{Escape}')
  expect(onClose).toHaveBeenCalledOnce()
})

test('is out of the way of what it speaks of, on a phone and on a desktop', async () => {
  for (const [width, height] of [
    [360, 740],
    [1440, 900],
  ] as const) {
    await page.viewport(width, height)
    const { screen } = await show()
    for (const step of stepsOf.trainer.keys()) {
      await expectFramed()
      const next = screen.getByRole('button', { name: /Next|Done/ })
      if (step < 4) await userEvent.click(next)
    }
    await screen.unmount()
  }
})

test('what a phone keeps behind "More" is said to be there', async () => {
  await page.viewport(360, 740)
  const { screen } = await show(
    <button type="button" data-tour="more-pages">
      More
    </button>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Next' }))
  await expect.element(screen.getByText('On this screen you find it under “More”.')).toBeVisible()
})

/** The ring lies on the target, and the panel beside it. */
async function expectFramed(selector?: string) {
  await vi.waitFor(() => {
    const panel = document.querySelector('[data-tour-panel]')
    const ring = panel?.nextElementSibling
    if (!(ring instanceof HTMLElement) || !panel) throw new Error('no panel')
    expect(ring.hidden).toBe(false)
    const framed = ring.getBoundingClientRect()
    if (selector) {
      const target = document.querySelector(selector)?.getBoundingClientRect()
      expect(framed.top).toBeCloseTo(target?.top ?? -1, 0)
      expect(framed.left).toBeCloseTo(target?.left ?? -1, 0)
    }
    expect(framed.bottom).toBeGreaterThan(0)
    expect(framed.top).toBeLessThan(window.innerHeight)
    const own = panel.getBoundingClientRect()
    const apart =
      own.bottom <= framed.top ||
      framed.bottom <= own.top ||
      own.right <= framed.left ||
      framed.right <= own.left
    expect(apart, 'the panel covers what it speaks of').toBe(true)
  }, patience)
}

async function show(
  entry: React.ReactNode = (
    <a href="/groups" data-tour="page:/groups">
      Groups
    </a>
  ),
) {
  const onClose = vi.fn()
  const frame = (
    <>
      <TourPanel tour="trainer" onClose={onClose} />
      <header className="flex justify-between p-4">
        <nav className="flex gap-4">
          <a href="/" data-tour="page:/">
            My training
          </a>
          {entry}
        </nav>
        <button type="button" data-tour="account" popoverTarget="account">
          Account
        </button>
        <div id="account" popover="auto">
          Profile
        </div>
      </header>
      <Outlet />
    </>
  )
  const router = createMemoryRouter([
    {
      element: frame,
      children: [
        { path: '/', element: <p>Home</p> },
        {
          path: '/groups',
          element: (
            <main style={{ padding: '900px 24px 0' }}>
              <button type="button" data-tour="new-group">
                New group
              </button>
              <p data-tour="group">First group</p>
            </main>
          ),
        },
      ],
    },
  ])
  const screen = await render(
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router} />
    </I18nProvider>,
  )
  return { screen, router, onClose }
}

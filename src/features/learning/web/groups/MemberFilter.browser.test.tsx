import '../../../../web/design-system/styles.css'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { createMemoryRouter, useSearchParams } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { beforeAll, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { MemberFilter } from './MemberFilter.tsx'
import { groupViews } from './shown-members.ts'

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }))

const counts = { all: 9, stuck: 2, overdue: 1, open: 6, completed: 3 }

function Filter() {
  const [search] = useSearchParams()
  const view = groupViews.find((each) => each === search.get('show')) ?? 'all'
  return <MemberFilter view={view} counts={counts} />
}

async function show(from: string) {
  const router = createMemoryRouter([{ path: '/', element: <Filter /> }], {
    initialEntries: [from],
  })
  const screen = await render(
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router} />
    </I18nProvider>,
  )
  const field = screen.getByRole('searchbox', { name: 'Find a person in the group' })
  return { screen, field, address: () => router.state.location.search }
}

test('name and state stand in the address together', async () => {
  const { screen, field, address } = await show('/?show=stuck')
  await field.fill('Wójcik')
  await expect.poll(address).toBe('?show=stuck&q=W%C3%B3jcik')
  await screen.getByRole('link', { name: 'Completed (3)' }).click()
  await expect.poll(address).toBe('?show=completed&q=W%C3%B3jcik')
  await screen.getByRole('link', { name: 'All (9)' }).click()
  await expect.poll(address).toBe('?q=W%C3%B3jcik')
  await expect.element(field).toHaveValue('Wójcik')
})

test('a state chosen while typing is not lost', async () => {
  const { screen, field, address } = await show('/')
  await field.fill('Nowak')
  await screen.getByRole('link', { name: 'Stuck (2)' }).click()
  await expect.poll(address).toBe('?show=stuck&q=Nowak')
})

test('an address with a name shows it; the cross takes it away', async () => {
  const { screen, field, address } = await show('/?q=Kiss')
  await expect.element(field).toHaveValue('Kiss')
  await screen.getByRole('button', { name: 'Clear the search' }).click()
  await expect.poll(address).toBe('')
})

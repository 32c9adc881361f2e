import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { DataTable } from './DataTable.tsx'
import { useSort } from './sort.ts'

i18n.loadAndActivate({ locale: 'pl', messages: {} })

type Office = { name: string; overdue: number }

function Offices({ offices }: { offices: Office[] }) {
  return (
    <DataTable
      caption="Offices"
      rows={offices}
      rowKey={(office) => office.name}
      sort={useSort('name')}
      columns={[
        { id: 'name', header: 'Office', cell: ({ name }) => name, sortValue: ({ name }) => name },
        {
          id: 'overdue',
          header: 'Overdue',
          cell: ({ overdue }) => overdue,
          sortValue: ({ overdue }) => overdue,
        },
      ]}
    />
  )
}

const show = (offices: Office[], address = '/') =>
  render(
    <I18nProvider i18n={i18n}>
      <RouterProvider
        router={createMemoryRouter([{ path: '/', element: <Offices offices={offices} /> }], {
          initialEntries: [address],
        })}
      />
    </I18nProvider>,
  )

const three = [
  { name: 'Zamość', overdue: 2 },
  { name: 'Łęczna', overdue: 10 },
  { name: 'Lublin', overdue: 9 },
]
const names = () =>
  page
    .getByRole('rowheader')
    .elements()
    .map((cell) => cell.textContent)

test('orders names by the Polish alphabet, and numbers as numbers when asked', async () => {
  await show(three)
  expect(names()).toEqual(['Lublin', 'Łęczna', 'Zamość'])
  await userEvent.click(page.getByRole('link', { name: 'Overdue' }))
  await expect.poll(names).toEqual(['Zamość', 'Lublin', 'Łęczna'])
  await expect
    .element(page.getByRole('columnheader', { name: 'Overdue' }))
    .toHaveAttribute('aria-sort', 'ascending')
})

test('reads its order from the address', async () => {
  await show(three, '/?sort=-overdue')
  expect(names()).toEqual(['Łęczna', 'Lublin', 'Zamość'])
})

test('draws a part of many rows, but tells how many there are', async () => {
  await show(
    Array.from({ length: 500 }, (_, index) => ({ name: `Office ${index}`, overdue: index })),
  )
  await expect.element(page.getByRole('table')).toHaveAttribute('aria-rowcount', '501')
  expect(names().length).toBeLessThan(120)
})

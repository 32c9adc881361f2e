import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { DateField } from './DateField.tsx'

async function dateField(language: string) {
  i18n.loadAndActivate({ locale: language, messages: {} })
  const dates: (string | null)[] = []
  const screen = await render(
    <I18nProvider i18n={i18n}>
      <DateField label="Due date" onChange={(date) => dates.push(date)} />
    </I18nProvider>,
  )
  return { screen, dates }
}

test('gives a civil date once day, month and year make one', async () => {
  const { screen, dates } = await dateField('en')
  await userEvent.fill(screen.getByRole('textbox', { name: 'Day' }), '9')
  await userEvent.fill(screen.getByRole('textbox', { name: 'Month' }), '2')
  await userEvent.fill(screen.getByRole('textbox', { name: 'Year' }), '2027')
  expect(dates.at(-1)).toBe('2027-02-09')
  await userEvent.fill(screen.getByRole('textbox', { name: 'Day' }), '30')
  expect(dates.at(-1)).toBeNull()
})

test('asks for the year first in Hungarian', async () => {
  const { screen } = await dateField('hu')
  const names = screen
    .getByRole('textbox')
    .elements()
    .map((input) => input.closest('label')?.textContent)
  expect(names).toEqual(['Year', 'Month', 'Day'])
})

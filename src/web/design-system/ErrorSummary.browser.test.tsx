import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { ErrorSummary } from './ErrorSummary.tsx'
import { TextField } from './TextField.tsx'

i18n.loadAndActivate({ locale: 'en', messages: {} })

test('takes the focus, and leads to the field each line is about', async () => {
  const screen = await render(
    <I18nProvider i18n={i18n}>
      <ErrorSummary problems={[{ fieldId: 'mail', text: 'E-mail: nothing is entered' }]} />
      <TextField id="mail" label="E-mail" error="E-mail: nothing is entered" />
    </I18nProvider>,
  )
  await expect.element(screen.getByRole('alert')).toHaveFocus()
  await userEvent.click(screen.getByRole('link', { name: 'E-mail: nothing is entered' }))
  await expect.element(screen.getByRole('textbox', { name: 'E-mail' })).toHaveFocus()
  await expect
    .element(screen.getByRole('textbox', { name: 'E-mail' }))
    .toHaveAccessibleDescription('E-mail: nothing is entered')
})

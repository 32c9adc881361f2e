import type { Page } from '@playwright/test'
import { signInAs } from './accounts.ts'
import { downloadCsv } from './files.ts'
import { expect, test } from './watched-test.ts'

test.setTimeout(240_000)

test('a manager goes from her county to an office, its people, reminds one and takes the figures out', async ({
  page,
}) => {
  await signInAs(page, 'manager')
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Dashboard' })
    .click()
  const units = page.getByRole('table', { name: /by unit$/ })
  await expect(units).toBeVisible()

  await test.step('the file has the numbers of the screen', async () => {
    // Others learn meanwhile: a difference has to stay to be one.
    await expect(async () => {
      await page.reload()
      await expect(units).toBeVisible()
      const file = await downloadCsv(page, csvButton(page, 'By office'))
      const shown = await unitRows(page)
      expect(shown.length).toBeGreaterThan(2)
      expect(
        file.map((row) => [row.People, row.Completed, row.All, row.Overdue].join('|')).sort(),
      ).toEqual(shown.map(({ numbers }) => numbers).sort())
      for (const { Office = '' } of file)
        expect(shown.some(({ name }) => name.startsWith(Office))).toBe(true)
    }).toPass({ timeout: 60_000 })
  })

  const overdue = await test.step('opens the office where most are overdue', async () => {
    await units.getByRole('columnheader', { name: 'Overdue' }).getByRole('link').click()
    await expect(page).toHaveURL(/sort=-?overdue/)
    const offices = await unitRows(page)
    const worst = offices.toSorted((one, other) => other.overdue - one.overdue)[0]
    if (!worst || worst.overdue === 0) throw new Error('nobody is overdue in the county')
    await units.getByRole('link', { name: worst.link, exact: true }).click()
    await expect(page).toHaveURL(/unit=/)
    await expect(
      page.getByRole('navigation', { name: 'People by state' }).getByRole('link', {
        name: new RegExp(`^Overdue\\s*${worst.overdue}$`),
      }),
    ).toHaveAttribute('aria-current', 'true')
    return worst.overdue
  })

  const people = page.getByRole('table', { name: 'People, their courses and how far they are' })
  await expect(people.getByRole('rowheader')).toHaveCount(overdue)

  await test.step('reminds one who is overdue; she is not reminded twice a day', async () => {
    const reminded = people.getByText('reminded today')
    const before = await reminded.count()
    await people
      .getByRole('button', { name: /^Remind\s*: / })
      .first()
      .click()
    await expect(page.getByText('1 reminder is on its way by mail.').first()).toBeVisible()
    await expect(reminded).toHaveCount(before + 1)
    await expect(async () => {
      await page.reload()
      await expect(reminded).toHaveCount(before + 1, { timeout: 5_000 })
    }).toPass({ timeout: 60_000 })
  })

  await test.step('takes the people out as a file', async () => {
    const file = await downloadCsv(page, csvButton(page, 'People'))
    const names = await people.getByRole('rowheader').allTextContents()
    expect(file).toHaveLength(overdue)
    expect(file.every(({ State }) => State === 'overdue')).toBe(true)
    expect(file.every(({ Person = '' }) => names.some((name) => name.includes(Person)))).toBe(true)
  })

  await test.step('the address alone brings the same page back', async () => {
    const address = page.url()
    await page.goto('/')
    await page.goto(address)
    await expect(people.getByRole('rowheader')).toHaveCount(overdue)
  })
})

const csvButton = (page: Page, heading: string) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: heading, exact: true }) })
    .getByRole('button', { name: 'Download as CSV' })

/** Rows of the table of offices as the reader sees them. */
async function unitRows(page: Page) {
  const rows = page.getByRole('table', { name: /by unit$/ }).getByRole('row')
  const shown = await rows.evaluateAll((elements) =>
    elements.map((row) => ({
      link: row.querySelector('[role=rowheader] a')?.textContent ?? '',
      name: row.querySelector('[role=rowheader]')?.textContent ?? '',
      cells: [...row.querySelectorAll('[role=cell]')].map(
        (cell) => cell.lastElementChild?.textContent ?? '',
      ),
    })),
  )
  return shown
    .filter(({ name }) => name !== '')
    .map(({ link, name, cells: [people = '', , share = '', overdue = ''] }) => {
      // Nobody enrolled is a dash on the screen and 0 of 0 in the file.
      const [, completed = '0', all = '0'] = share.match(/(\d+) of (\d+)$/) ?? []
      const numbers = [people, completed, all, overdue].map((text) => text.replace(/\D/g, ''))
      return { link, name, numbers: numbers.join('|'), overdue: Number(numbers[3]) }
    })
}

import type { Page } from '@playwright/test'
import { faultWords } from '../src/features/identity/model/import-words.ts'
import { emailOf, signInAs } from './accounts.ts'
import { read } from './api.ts'
import { downloadCsv } from './files.ts'
import { expect, test } from './watched-test.ts'

test.setTimeout(300_000)

const people = 500
// Each run has people of its own, so that it may be repeated on the same data.
const run = `e${Date.now().toString(36)}`

test('an administrator imports 500 people of whom 7 are faulty, and the same file again', async ({
  page,
}) => {
  await signInAs(page, 'admin', { at: '/people' })
  const { rows: units } = await read<{ rows: { code: string | null; isOffice: boolean }[] }>(
    page,
    '/units?depth=3',
  )
  const codes = units.flatMap(({ code, isOffice }) => (code && isOffice ? [code] : []))
  expect(codes.length).toBeGreaterThan(2)
  const file = personnelFile(codes)

  await page.getByRole('link', { name: /^Import/ }).click()
  await upload(page, file)

  await test.step('says which column is what that was not guessed', async () => {
    await expect(page.getByRole('combobox', { name: /^Family name/ })).toHaveValue('2')
    const check = page.getByRole('button', { name: 'Check the file' })
    await check.click()
    await expect(page.getByText('Choose a column: E-mail address').first()).toBeVisible()
    await page.getByRole('combobox', { name: /^E-mail address/ }).selectOption({ label: 'Kontakt' })
    await check.click()
  })

  await test.step('sees what is wrong with 7 rows before anything changes', async () => {
    await expect(page.getByRole('heading', { name: '7 rows cannot be taken over' })).toBeVisible()
    await expectFigures(page, { New: 493, Changed: 0, Unchanged: 0, Faulty: 7 })
    const rows = page.getByRole('table', { name: 'Faulty rows' }).getByRole('row')
    await expect(rows).toHaveCount(8)
    for (const { row, words } of faults)
      await expect(rows.filter({ has: page.getByRole('rowheader', { name: row }) })).toContainText(
        words,
      )
    expect(await countOf(page)).toBe(0)
  })

  await test.step('takes the faulty rows home as a file', async () => {
    const saved = await downloadCsv(page, page.getByRole('link', { name: 'Save as CSV' }))
    expect(saved).toHaveLength(7)
    const text = JSON.stringify(saved)
    for (const { words } of faults) expect(text).toContain(words)
  })

  await test.step('imports the 493 and leaves out the 7', async () => {
    await page.getByRole('button', { name: 'Import 493 and leave out 7' }).click()
    await expect(page.getByRole('heading', { name: '493 people were taken over' })).toBeVisible({
      timeout: 60_000,
    })
    expect(await countOf(page)).toBe(493)
  })

  await test.step('finds one of them', async () => {
    await page.getByRole('link', { name: 'Go to the people' }).click()
    await page.getByRole('searchbox').fill(`${run}nowak100`)
    await expect(page.getByText(`Ewa ${run}Nowak100`).first()).toBeVisible()
  })

  await test.step('the same file again changes nothing', async () => {
    await page.goto('/people/import')
    await upload(page, file)
    await page.getByRole('combobox', { name: /^E-mail address/ }).selectOption({ label: 'Kontakt' })
    await page.getByRole('button', { name: 'Check the file' }).click()
    await expectFigures(page, { New: 0, Changed: 0, Unchanged: 493, Faulty: 7 })
    await page.getByRole('button', { name: 'Import 493 and leave out 7' }).click()
    await expect(page.getByRole('heading', { name: '0 people were taken over' })).toBeVisible()
    expect(await countOf(page)).toBe(493)
  })
})

/** Row of the file, the first one being the headings, and what the screen says of it. */
const faults = [
  { row: '2', words: faultWords.en.missing },
  { row: '3', words: faultWords.en['bad-email'] },
  { row: '5', words: faultWords.en['unknown-unit'] },
  { row: '6', words: faultWords.en['bad-date'] },
  { row: '7', words: faultWords.en['unknown-role'] },
  { row: '8', words: faultWords.en['email-taken'] },
  { row: '10', words: faultWords.en['duplicate-email-in-file'] },
]

function personnelFile(codes: readonly string[]): string {
  const rows = Array.from({ length: people }, (_, index) => [
    `${run}-${index}`,
    index % 2 ? 'Łucja' : 'Ewa',
    `${run}Nowak${index}`,
    `${run}.nowak${index}@office.test`,
    codes[index % codes.length] ?? '',
    '1.3.2024',
    index % 50 ? '' : 'trener',
  ])
  const spoil = (row: number, column: number, value: string) => rows[row]?.splice(column, 1, value)
  spoil(0, 1, '')
  spoil(1, 3, 'not an address')
  spoil(3, 4, 'Atlantis')
  spoil(4, 5, '31.02.2024')
  spoil(5, 6, 'king')
  spoil(6, 3, emailOf('clerk'))
  spoil(8, 3, `${run}.nowak7@office.test`)
  const headings = ['Numer ewidencyjny', 'Imię', 'Nazwisko', 'Kontakt', 'Urząd']
  return [[...headings, 'Data zatrudnienia', 'Rola'], ...rows]
    .map((row) => row.join(';'))
    .join('\r\n')
}

async function upload(page: Page, content: string) {
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(content) })
  await page.getByRole('button', { name: 'Upload and choose columns' }).click()
  await expect(page.getByRole('heading', { name: 'Which column is what?' })).toBeVisible()
}

async function expectFigures(page: Page, figures: Record<string, number>) {
  for (const [label, value] of Object.entries(figures)) {
    const figure = page.locator('dl > div').filter({ has: page.getByText(label, { exact: true }) })
    await expect(figure).toContainText(new RegExp(`${label}\\s*${value}\\s*of 500 rows`))
  }
}

/** How many people of this run the system knows. */
async function countOf(page: Page) {
  return (await read<{ count: number }>(page, `/people?search=${run}nowak`)).count
}

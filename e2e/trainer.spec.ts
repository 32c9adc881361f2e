import { request } from '@playwright/test'
import { type Columns, rowsOf } from '../src/contract/columns.ts'
import { demoPassword, emailOf, signInAs } from './accounts.ts'
import { read } from './api.ts'
import { downloadCsv } from './files.ts'
import { expect, test } from './watched-test.ts'

test.setTimeout(240_000)

const groupName = 'Stanowiska obsługi klienta'
type Member = { displayName: string; dueOn: string | null; stuckSince: string | null }
type Group = { members: Columns<Member> }

test('a trainer finds who is stuck, writes to them, gives one more time and takes the list out', async ({
  page,
  baseURL,
}) => {
  await signInAs(page, 'trainer')

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Groups' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Groups' })).toBeVisible()
  const line = page.getByRole('listitem').filter({ hasText: groupName })
  await expect(line).toContainText('led by me')
  await line.getByRole('link', { name: groupName }).click()
  await expect(page.getByRole('heading', { level: 1, name: groupName })).toBeVisible()
  const groupId = new URL(page.url()).pathname.split('/').at(-1)
  const group = async () => {
    const { members } = await read<Group>(page, `/groups/${groupId}?language=en`)
    return { members: rowsOf<Member>(members) }
  }

  const stuck = (await group()).members.filter(({ stuckSince }) => stuckSince !== null)
  expect(stuck.length, 'people who are stuck in the demonstration group').toBeGreaterThan(1)
  await page
    .getByRole('navigation', { name: 'Whom to show' })
    .getByRole('link', { name: `Stuck (${stuck.length})` })
    .click()
  await expect(page).toHaveURL(/show=stuck/)
  const rows = page.getByRole('grid').getByRole('row').filter({ hasText: 'stuck since' })
  await expect(rows).toHaveCount(stuck.length)
  await expect(page.getByRole('rowheader')).toHaveCount(stuck.length)

  const write = page.getByRole('button', { name: 'Write to them' })
  await write.click()
  await expect(page.getByText('First choose people in the table.')).toBeVisible()
  const [first, second] = stuck
  if (!first || !second) throw new Error('two are stuck: see above')
  const choose = (name: string) => rows.filter({ hasText: name }).first().locator('label').click()
  await choose(first.displayName)
  await choose(second.displayName)
  await expect(page.getByText('2 people are chosen')).toBeVisible()

  const subject = `How is lesson three going? ${Date.now()}`
  await write.click()
  const message = page.getByRole('dialog', { name: 'Write to chosen people' })
  await message.getByRole('button', { name: 'Send' }).click()
  await expect(message.getByText('Write a subject.')).toBeVisible()
  await message.getByRole('textbox', { name: 'Subject' }).fill(subject)
  await message.getByRole('textbox', { name: 'Message' }).fill('Call me if a case is unclear.')
  await message.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('The message goes to 2 people.')).toBeVisible()
  await expect(message).toBeHidden()

  await test.step('each gets a mail of her own, which the administrator sees', async () => {
    const administrator = await request.newContext({ baseURL: baseURL ?? '' })
    const signIn = await administrator.post('/api/auth/sign-in/email', {
      headers: { origin: baseURL ?? '' },
      data: { email: emailOf('admin'), password: demoPassword },
    })
    expect(signIn.ok()).toBe(true)
    const query = encodeURIComponent(subject)
    await expect
      .poll(async () => {
        const answer = await administrator.get(`/api/mails?query=${query}`)
        return ((await answer.json()) as { rows: unknown[] }).rows.length // as the contract says
      })
      .toBe(2)
    await administrator.dispose()
  })

  await test.step('gives one of them another due date', async () => {
    await choose(first.displayName)
    await page.getByRole('button', { name: 'Another due date' }).click()
    const dialog = page.getByRole('dialog', { name: 'Another due date' })
    await dialog.getByRole('textbox', { name: 'Day' }).fill('15')
    await dialog.getByRole('textbox', { name: 'Month' }).fill('1')
    await dialog.getByRole('textbox', { name: 'Year' }).fill('2027')
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('On leave until December')
    await dialog.getByRole('button', { name: 'Save the date' }).click()
    await expect(page.getByText('1 person has a new due date.')).toBeVisible()
    const { members } = await group()
    expect(members.find(({ displayName }) => displayName === first.displayName)?.dueOn).toBe(
      '2027-01-15',
    )
  })

  await test.step('takes the whole group out as a file', async () => {
    const file = await downloadCsv(page, page.getByRole('button', { name: 'Download as CSV' }))
    const { members } = await group()
    expect(file.map(({ Person }) => Person).sort()).toEqual(
      members.map(({ displayName }) => displayName).sort(),
    )
    expect(file.find(({ Person }) => Person === first.displayName)?.Due).toBe('2027-01-15')
  })
})

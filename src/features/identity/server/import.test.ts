import ExcelJS from 'exceljs'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { createWorld, type World } from '../../../testing/world.ts'

let world: World
beforeEach(async () => {
  await world?.close()
  world = await createWorld()
})
afterAll(() => world.close())

const imports = () => world.clientAs(world.as('administrator')).identity.imports
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => ({ code: 'allowed' }),
    (error: unknown) => error,
  )
const headings = 'Numer ewidencyjny;Imię;Nazwisko;Adres e-mail;Urząd;Data zatrudnienia;Rola'

/** People with faults of seven kinds in rows 2 to 8. */
function personnelFile(people: number, { faulty = true } = {}) {
  const rows = Array.from({ length: people }, (_, index) => [
    `P${index}`,
    index % 2 ? 'Łucja' : 'Ewa',
    `Nowak${index}`,
    `n${index}@office.test`,
    index % 3 ? 'Office A1' : 'Office A2',
    '1.3.2024',
    index % 50 ? '' : 'trener',
  ])
  const spoil = (row: number, column: number, value: string) => {
    if (faulty) rows[row]?.splice(column, 1, value)
  }
  spoil(0, 1, '')
  spoil(1, 3, 'not an address')
  spoil(8, 3, 'n7@office.test')
  spoil(3, 4, 'Atlantis')
  spoil(4, 5, '31.02.2024')
  spoil(5, 6, 'king')
  spoil(6, 4, 'Office B1')
  return [headings, ...rows.map((row) => row.join(';'))].join('\r\n')
}

const upload = (content: BlobPart, name = 'people.csv') =>
  imports().upload({ unitId: world.units.countyA.id, file: new File([content], name) })

async function checked(content: BlobPart, name?: string) {
  const { importId } = await upload(content, name)
  const { mapping } = await imports().get({ importId })
  return imports().check({ importId, mapping })
}
const peopleCount = async () => {
  const [row] =
    await world.sql`select count(*)::int as count from person where external_id is not null`
  return row?.count
}

test('imports 493 of 500 and leaves out the 7 faulty ones, as asked', async () => {
  const run = await checked(personnelFile(500))
  expect(run.summary).toEqual({ create: 493, update: 0, unchanged: 0, faulty: 7 })
  const { rows } = await imports().faults({ importId: run.id })
  expect(rows.map(({ rowNumber, faults: [first] }) => [rowNumber, first?.code])).toEqual([
    [2, 'missing'],
    [3, 'bad-email'],
    [5, 'unknown-unit'],
    [6, 'bad-date'],
    [7, 'unknown-role'],
    [8, 'unit-out-of-reach'],
    [10, 'duplicate-email-in-file'],
  ])
  // Unless somebody says so, faulty rows stop the whole.
  const refused = await refusal(imports().apply({ importId: run.id, leaveOutFaulty: false }))
  expect(refused).toMatchObject({ code: 'FAULTY_ROWS', data: { faulty: 7 } })
  expect(await peopleCount()).toBe(0)

  const applied = await imports().apply({ importId: run.id, leaveOutFaulty: true })
  expect(applied).toMatchObject({ state: 'applied', doneRows: 500 })
  expect(await peopleCount()).toBe(493)
  const [made] = await world.sql`
    select p.display_name, pl.valid_from::text, u.name,
      (select count(*)::int from audit where subject_id = p.id::text) as audited
    from person p join person_placement pl on pl.person_id = p.id and pl.valid_to is null
    join unit u on u.id = pl.unit_id where p.external_id = 'P100'`
  expect(made).toEqual({
    display_name: 'Ewa Nowak100',
    valid_from: '2024-03-01',
    name: 'Office A1',
    audited: 1,
  })
  const [grants] =
    await world.sql`select count(*)::int as count from role_grant where reason = 'import'`
  expect(grants?.count).toBe(9)
  const [facts] =
    await world.sql`select count(*)::int as count from outbox where type = 'PersonJoinedUnit'`
  expect(facts?.count).toBe(493)
})

test('applies an import once, also when asked twice at the same moment', async () => {
  const run = await checked(personnelFile(50, { faulty: false }))
  const apply = () => refusal(imports().apply({ importId: run.id, leaveOutFaulty: true }))
  const answers = await Promise.all([apply(), apply(), apply()])
  expect(
    answers.filter((answer) => Reflect.get(Object(answer), 'code') === 'allowed'),
  ).toHaveLength(1)
  expect(await peopleCount()).toBe(50)
})

test('the same file again changes nothing', async () => {
  const file = personnelFile(60, { faulty: false })
  const first = await checked(file)
  await imports().apply({ importId: first.id, leaveOutFaulty: false })
  const second = await checked(file)
  expect(second.summary).toEqual({ create: 0, update: 0, unchanged: 60, faulty: 0 })
  const [before] = await world.sql`select count(*)::int as count from outbox`
  await imports().apply({ importId: second.id, leaveOutFaulty: false })
  const [after] = await world.sql`select count(*)::int as count from outbox`
  expect(after).toEqual(before)
})

test('who moved in the file moves here, with her history', async () => {
  const first = await checked(`${headings}\r\nP1;Ewa;Sawa;ewa@office.test;Office A1;;`)
  await imports().apply({ importId: first.id, leaveOutFaulty: false })
  world.setNow('2026-11-20T09:00:00Z')
  const second = await checked(`${headings}\r\nP1;Ewa;Sawa-Lis;ewa.lis@office.test;Office A2;;`)
  expect(second.summary.update).toBe(1)
  await imports().apply({ importId: second.id, leaveOutFaulty: false })
  const placements = await world.sql`
    select u.name, valid_from::text as from, valid_to::text as to from person_placement pl
    join unit u on u.id = pl.unit_id join person p on p.id = pl.person_id
    where p.external_id = 'P1' order by valid_from`
  expect([...placements]).toEqual([
    { name: 'Office A1', from: '2026-11-18', to: '2026-11-20' },
    { name: 'Office A2', from: '2026-11-20', to: null },
  ])
  const facts = await world.sql`select type from outbox where type like 'Person%' order by id`
  expect(facts.map(({ type }) => type)).toEqual([
    'PersonJoinedUnit',
    'PersonLeftUnit',
    'PersonJoinedUnit',
  ])
})

test('two people may exchange their addresses', async () => {
  const file = (one: string, other: string) =>
    `${headings}\r\nP1;Ewa;Sawa;${one};Office A1;;\r\nP2;Ada;Lis;${other};Office A1;;`
  const first = await checked(file('a@office.test', 'b@office.test'))
  await imports().apply({ importId: first.id, leaveOutFaulty: false })
  const second = await checked(file('b@office.test', 'a@office.test'))
  // Each address still belongs to somebody else on file: refused with words, never half done.
  expect(second.summary.faulty).toBe(2)
})

test('says so when the system changed between dry run and application', async () => {
  const run = await checked(`${headings}\r\nP1;Ewa;Sawa;ewa@office.test;Office A1;;`)
  const person = await world.addPerson({ unit: world.units.officeB1 })
  await world.sql`update person set email = 'ewa@office.test' where id = ${person.id}`
  expect(await refusal(imports().apply({ importId: run.id, leaveOutFaulty: true }))).toMatchObject({
    code: 'CHANGED_SINCE',
  })
  expect((await imports().get({ importId: run.id })).summary.faulty).toBe(1)
  expect(await peopleCount()).toBe(0)
})

test('what fails on the way leaves nothing behind', async () => {
  const run = await checked(personnelFile(50, { faulty: false }))
  await world.sql`alter table role_grant add constraint stop check (reason <> 'import')`
  const silenced = console.error
  console.error = () => {}
  await refusal(imports().apply({ importId: run.id, leaveOutFaulty: false }))
  console.error = silenced
  expect(await peopleCount()).toBe(0)
  expect((await imports().get({ importId: run.id })).state).toBe('checked')
})

test('reads spreadsheets: dates, numbers, formulas, blank rows', async () => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Osoby')
  sheet.addRow(headings.split(';'))
  sheet.addRow([
    1001,
    'Łucja',
    'Łapa',
    { text: 'lucja@office.test', hyperlink: 'mailto:lucja@office.test' },
    'Office A1',
    new Date('2024-03-01'),
    '',
  ])
  sheet.addRow([])
  sheet.addRow([
    1002,
    { formula: '"E"&"wa"', result: 'Ewa' },
    'Sawa',
    'no address',
    'Office A1',
    '',
    '',
  ])
  const run = await checked(await workbook.xlsx.writeBuffer(), 'osoby.xlsx')
  expect(run).toMatchObject({ totalRows: 2, summary: { create: 1, faulty: 1 } })
  expect((await imports().faults({ importId: run.id })).rows).toMatchObject([{ rowNumber: 4 }])
  await imports().apply({ importId: run.id, leaveOutFaulty: true })
  const [made] =
    await world.sql`select external_id, hired_on::text from person where email = 'lucja@office.test'`
  expect(made).toEqual({ external_id: '1001', hired_on: '2024-03-01' })
})

test('reads what Central European Excel writes', async () => {
  const text = `${headings}\r\nP1;Łucja;Śliwa;lucja@office.test;Office A1;;`
  const windows1250: Record<string, number> = { Ł: 0xa3, Ś: 0x8c, ę: 0xea, ą: 0xb9 }
  const bytes = [...text].map((sign) => windows1250[sign] ?? sign.charCodeAt(0) & 0xff)
  const run = await checked(new Uint8Array(bytes).buffer)
  expect(run.sample[0]?.slice(1, 3)).toEqual(['Łucja', 'Śliwa'])
})

test.each([
  ['nothing', '', 'empty'],
  ['only headings', headings, 'empty'],
  ['a picture', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]).buffer, 'unreadable'],
  ['too many rows', `${headings}\n${'x;y\n'.repeat(20_001)}`, 'too-many-rows'],
  ['too many columns', `${'a;'.repeat(150)}\n1;2`, 'too-many-columns'],
])('refuses %s', async (_, content, reason) => {
  expect(await refusal(upload(content))).toMatchObject({ code: 'FILE_REFUSED', data: { reason } })
})

test('gives the faulty rows as a file in the reader’s language, harmless in a spreadsheet', async () => {
  const run = await checked(`${headings}\r\nP1;=cmd();Sawa;nobody;Office A1;;`)
  const file = await imports().faultFile({ importId: run.id })
  const text = await file.text()
  expect(text).toContain('E-mail address: This is not an e-mail address (nobody)')
  expect(text).toContain(";'=cmd();")
  const asLink = await world.app(
    new Request(`http://officina.test/api/people-imports/${run.id}/faults.csv`, {
      headers: { cookie: world.as('administrator').cookie },
    }),
  )
  expect(asLink.headers.get('content-disposition')).toContain('.csv')
  expect(await asLink.text()).toContain('This is not an e-mail address')
})

test('a discarded import keeps nothing of the file', async () => {
  const run = await checked(personnelFile(20))
  await imports().discard({ importId: run.id })
  expect(await world.sql`select from people_import_row where import_id = ${run.id}`).toHaveLength(0)
  expect(await refusal(imports().apply({ importId: run.id, leaveOutFaulty: true }))).toMatchObject({
    code: 'WRONG_STATE',
  })
})

test('invites the new ones when asked', async () => {
  const run = await checked(personnelFile(10, { faulty: false }))
  await imports().apply({ importId: run.id, leaveOutFaulty: false, invite: true })
  const mails =
    await world.sql`select from outbox where type = 'MailRequested' and payload->>'template' = 'invitation'`
  expect(mails).toHaveLength(10)
})

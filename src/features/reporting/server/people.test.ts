import { parse } from 'csv-parse/sync'
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EnrolmentId, enrolmentId, unitId } from '../../../contract/primitives.ts'
import { createWorld, type World } from '../../../testing/world.ts'
import type { PersonRow } from '../contract.ts'
import { wholePercent } from '../model/whole-percent.ts'
import { type History, historyOf, type TestCourse } from './history-fixture.ts'
import { exportPlaces, peopleFile } from './people-file.ts'

let world: World
let history: History
let course: TestCourse
const names = ['Łucja Łapa', 'Lena Lis', 'Adam Ćma', 'Celina Cis', 'Adam Ćma', '=Ola =Cmd']
const english = { language: 'en' as const }

beforeAll(async () => {
  world = await createWorld()
  history = historyOf(world)
  course = await history.insertCourse()
  for (const [index, name] of names.entries()) {
    const unit = index % 2 === 0 ? world.units.officeA2 : world.units.officeA1
    const person = await world.addPerson({ unit, name, language: index === 0 ? 'pl' : 'en' })
    await history.enrol(person, course, { dueOn: index < 4 ? '2026-11-10' : null })
    if (index === 3) await history.complete(person, course, new Date('2026-11-15T23:30:00Z'))
  }
  await world.drain()
  await history.rebuild()
})
afterAll(() => world.close())

const county = () => unitId.parse(world.units.countyA.id)
const manager = () => world.clientAs(world.as('manager')).reporting

describe('people', () => {
  test('come page after page in Polish order, none twice and none missing', async () => {
    const seen: PersonRow[] = []
    let after: string | undefined
    do {
      const page = await manager().people({ unitId: county(), ...english, limit: 2, after })
      expect(page.total).toBe(names.length)
      seen.push(...page.rows)
      after = page.next ?? undefined
    } while (after)
    expect(seen.map(({ displayName }) => displayName)).toEqual([
      '=Ola =Cmd',
      'Celina Cis',
      'Adam Ćma',
      'Adam Ćma',
      'Lena Lis',
      'Łucja Łapa',
    ])
    expect(new Set(seen.map((row) => row.enrolmentId)).size).toBe(names.length)
  })

  test('a key of somebody else’s making selects nothing', async () => {
    for (const after of ['x', '[]', '["a","b","c"]', JSON.stringify(['\u0000', 1, 2])])
      expect((await manager().people({ unitId: county(), ...english, after })).rows).toEqual([])
  })

  test('each state lists as many as the dashboard counts', async () => {
    const { summary } = await manager().dashboard({ unitId: county(), ...english })
    const counts = {
      completed: summary.completed,
      'on-the-way': summary.onTheWay,
      overdue: summary.overdue,
      'not-begun': summary.notBegun,
    }
    for (const [state, count] of Object.entries(counts)) {
      const page = await manager().people({
        unitId: county(),
        ...english,
        state: state as PersonRow['state'], // keys of the record above
      })
      expect(page.total, state).toBe(count)
      expect(page.rows.every((row) => row.state === state)).toBe(true)
    }
    expect(summary.overdue).toBe(3)
  })
})

describe('export', () => {
  test('CSV and XLSX of units say what the screen says, to the digit', async () => {
    const level = 'offices' as const
    const { rows } = await manager().units({ unitId: county(), level })
    const expected = rows.map((row) => [
      row.isRest ? `${row.name} (outside the units listed)` : row.name,
      row.municipalityType ?? '',
      row.people,
      row.all,
      row.completed,
      row.onTheWay,
      row.overdue,
      row.notBegun,
      wholePercent(row.completed, row.all) ?? '',
    ])
    const csv = await manager().exportUnits({ unitId: county(), level, format: 'csv', ...english })
    expect(csv.name).toBe('offices-2026-11-18.csv')
    const [, ...lines] = await parsed(csv)
    expect(lines).toEqual(expected.map((row) => row.map(String)))
    const xlsx = await manager().exportUnits({
      unitId: county(),
      level,
      format: 'xlsx',
      ...english,
    })
    expect((await cells(xlsx)).slice(1)).toEqual(expected)
  })

  test('people go out as they are listed, without a formula, and the export is on record', async () => {
    const input = { unitId: county(), ...english }
    const { rows } = await manager().people(input)
    const csv = await manager().exportPeople({ ...input, format: 'csv' })
    const [headings, ...lines] = await parsed(csv)
    expect(headings?.[0]).toBe('Person')
    expect(lines.map(([name]) => name)).toEqual(
      rows.map(({ displayName }) =>
        displayName.startsWith('=') ? `'${displayName}` : displayName,
      ),
    )
    expect(lines.map((line) => [line[4], line[5], line[6]])).toEqual(
      rows.map((row) => [row.dueOn ?? '', String(row.lessonsDone), String(row.lessonsTotal)]),
    )
    // Completed half an hour past midnight at the office, on Sunday in UTC.
    expect(lines.find(([name]) => name === 'Celina Cis')?.slice(7)).toEqual(['2026-11-16', '85'])
    const logged = await world.sql`select what, unit_id, row_count, format from export_log`
    expect([...logged]).toEqual([
      { what: 'progress', unit_id: county(), row_count: names.length, format: 'csv' },
    ])
  })

  test('a workbook holds no more than it may; a text file holds all', async () => {
    const input = { unitId: county(), ...english, onlyRequired: true }
    const write = (format: 'csv' | 'xlsx', most: number) => {
      const context = { readDb: world.db, config: { timeZone: world.timeZone } }
      return peopleFile(context, { ...input, format }, '2026-11-18', most)
    }
    expect(await write('xlsx', names.length - 1)).toBeNull()
    expect((await write('xlsx', names.length))?.rowCount).toBe(names.length)
    expect((await write('csv', 1))?.rowCount).toBe(names.length)
  })

  test('many exports wait for each other, and the last of very many come back later', async () => {
    const input = { unitId: county(), format: 'csv', ...english } as const
    const places = await Promise.all([exportPlaces.enter(), exportPlaces.enter()])
    let refused = 0
    const asked = Array.from({ length: 20 }, async () => {
      try {
        const file = await manager().exportPeople(input)
        return file.size
      } catch (error) {
        expect(error).toMatchObject({ code: 'OVERLOADED', status: 503 })
        refused += 1
        return null
      }
    })
    await expect.poll(() => refused).toBe(4)
    for (const place of places) place?.leave()
    const sizes = await Promise.all(asked)
    expect(sizes.filter((size) => size !== null && size > 0)).toHaveLength(16)
  })

  test('an auditor reads people but takes nothing out', async () => {
    const auditor = world.clientAs(world.as('auditor')).reporting
    expect((await auditor.people({ unitId: county(), ...english })).total).toBe(names.length)
    await expect(
      auditor.exportPeople({ unitId: county(), format: 'csv', ...english }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('remind', () => {
  test('writes one mail a day and enrolment, in the reader’s language', async () => {
    const late = await overdue()
    const first = await manager().remind({ unitId: county(), enrolmentIds: late })
    expect(first).toEqual({ reminded: 3, leftOut: 0 })
    await world.drain()
    expect(await manager().remind({ unitId: county(), enrolmentIds: late })).toEqual({
      reminded: 0,
      leftOut: 3,
    })
    await world.drain()
    const mails = await world.sql`select language, count(*)::int from mail group by 1 order by 1`
    expect([...mails]).toEqual([
      { language: 'en', count: 2 },
      { language: 'pl', count: 1 },
    ])
    const { rows } = await manager().people({ unitId: county(), ...english, state: 'overdue' })
    expect(rows.every(({ remindedAt }) => remindedAt !== null)).toBe(true)
    world.setNow('2026-11-19T09:00:00Z')
    const nextDay = await manager().remind({ unitId: county(), enrolmentIds: late })
    expect(nextDay.reminded).toBe(3)
    await world.drain()
    world.setNow('2026-11-18T09:00:00Z')
  })

  test('two presses at once are one mail', async () => {
    world.setNow('2026-11-20T09:00:00Z')
    const [one] = await overdue()
    if (!one) throw new Error('nobody is overdue')
    const request = () => manager().remind({ unitId: county(), enrolmentIds: [one] })
    await Promise.all([request(), request()])
    await world.drain()
    const mails =
      await world.sql`select id from mail where once_key = ${`reminder:${one}:2026-11-20`}`
    expect(mails).toHaveLength(1)
    world.setNow('2026-11-18T09:00:00Z')
  })

  test('leaves out who has completed and who works elsewhere, and mails also without a due date', async () => {
    const done = await ids('completed')
    expect(await manager().remind({ unitId: county(), enrolmentIds: done })).toEqual({
      reminded: 0,
      leftOut: 1,
    })
    const stranger = await world.addPerson({ unit: world.units.officeB1 })
    const away = await history.enrol(stranger, course)
    const [open] = await ids('not-begun')
    if (!open) throw new Error('nobody has yet to begin')
    const both = [enrolmentId.parse(away), open]
    expect(await manager().remind({ unitId: county(), enrolmentIds: both })).toEqual({
      reminded: 1,
      leftOut: 1,
    })
    await world.drain()
    const [mail] =
      await world.sql`select body from mail where once_key like ${`reminder:${open}:%`}`
    expect(mail?.body).toContain('no due date')
  })

  test('a trainer may remind, an auditor may not', async () => {
    const [one] = await overdue()
    if (!one) throw new Error('nobody is overdue')
    const request = (role: 'trainer' | 'auditor') =>
      world.clientAs(world.as(role)).reporting.remind({ unitId: county(), enrolmentIds: [one] })
    await expect(request('auditor')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await request('trainer')).leftOut).toBe(1)
  })
})

async function ids(state: PersonRow['state']): Promise<EnrolmentId[]> {
  const { rows } = await manager().people({ unitId: county(), ...english, state })
  return rows.map((row) => row.enrolmentId)
}
const overdue = () => ids('overdue')

async function parsed(file: File): Promise<string[][]> {
  const text = await file.text()
  return parse(text, { delimiter: ';', bom: true })
}

async function cells(file: File): Promise<unknown[][]> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(await file.arrayBuffer())
  const rows: unknown[][] = []
  workbook.worksheets[0]?.eachRow((row) => {
    // Cells are counted from one.
    rows.push((row.values as unknown[]).slice(1).map((value) => value ?? '')) // a row has an array
  })
  return rows
}

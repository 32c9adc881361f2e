import { parse } from 'csv-parse/sync'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvFile, mostXlsxRows, type TableFile, xlsxFile } from './table-file.ts'

const oneCell = (cell: string): TableFile => ({
  name: 'people',
  headings: ['Name'],
  rows: [[cell]],
})

async function readCsv(file: File): Promise<string[][]> {
  return parse(await file.text(), { bom: true, delimiter: ';' })
}

test('no text that anybody typed runs as a formula in a spreadsheet', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', ''),
      fc.string({ unit: 'binary' }),
      async (sign, text) => {
        const [, [cell] = []] = await readCsv(csvFile(oneCell(sign + text)))
        expect(cell).not.toMatch(/^[=+\-@\t\r]/)
        expect([sign + text, `'${sign}${text}`]).toContain(cell)
      },
    ),
  )
  expect(await readCsv(csvFile(oneCell('=HYPERLINK("x")')))).toEqual([
    ['Name'],
    [`'=HYPERLINK("x")`],
  ])
})

test('headings come from files that people upload, and are made harmless too', async () => {
  const file = csvFile({ name: 'faults', headings: ['=cmd()'], rows: [] })
  expect(await readCsv(file)).toEqual([["'=cmd()"]])
})

test('both files hold the same table: numbers as numbers, nothing as an empty cell', async () => {
  const table: TableFile = {
    name: 'offices',
    headings: ['Office', 'People', 'Share'],
    rows: [['Łęczna', -3, null]],
  }
  expect(await readCsv(csvFile(table))).toEqual([
    ['Office', 'People', 'Share'],
    ['Łęczna', '-3', ''],
  ])
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(await (await xlsxFile(table)).arrayBuffer())
  expect(workbook.worksheets[0]?.getRow(2).values).toEqual([undefined, 'Łęczna', -3])
})

test('a column is as wide as its longest text, within reason', async () => {
  const table: TableFile = {
    name: 'offices',
    headings: ['Office', 'Note', 'Empty heading'],
    rows: [
      ['Gmina Łęczna', 'x'.repeat(500), null],
      ['A', '', null],
    ],
  }
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(await (await xlsxFile(table)).arrayBuffer())
  const [sheet] = workbook.worksheets
  expect([1, 2, 3].map((column) => sheet?.getColumn(column).width)).toEqual([14, 60, 15])
  expect(sheet?.getRow(1).font).toMatchObject({ bold: true })
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
})

test('a table too long for a workbook is refused before anything is written', async () => {
  const rows = Array.from({ length: mostXlsxRows + 1 }, () => [])
  await expect(xlsxFile({ name: 'people', headings: [], rows })).rejects.toThrow('100001 rows')
})

import { Writable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { SpooledFile } from './spooled-file.ts'

/** A table to be taken out: one heading row, then rows of texts and numbers. `name` is without its ending. */
export type TableFile = { name: string; headings: string[]; rows: (string | number | null)[][] }

type Rows = TableFile['rows']

/** UTF-8 with a byte order mark and semicolons: what spreadsheets in Poland and Hungary open unasked. */
export function csvFile({ name, headings, rows }: TableFile): File {
  return new File([csvHead(headings), csvText(rows)], `${name}.csv`, { type: csvType })
}

/** The same of a table that is too long to be held: its rows come part by part, and go to the disk. */
export const longCsvFile = (
  { name, headings }: Pick<TableFile, 'name' | 'headings'>,
  parts: AsyncIterable<Rows>,
): Promise<SpooledFile> =>
  SpooledFile.write(`${name}.csv`, csvType, async (add) => {
    await add(csvHead(headings))
    for await (const rows of parts) await add(csvText(rows))
  })

const csvType = 'text/csv'
const csvHead = (headings: string[]) => csvText([headings], { bom: true })

const csvText = (rows: Rows, { bom = false } = {}) =>
  stringify(
    rows.map((row) => row.map(harmless)),
    {
      delimiter: ';',
      bom,
      record_delimiter: 'windows',
      // A line break of any system inside a cell: the writer itself quotes only its own.
      quoted_match: /[\r\n]/,
    },
  )

/** Excel's limit for the name of a sheet. */
const sheetNameLength = 31
const widestColumn = 60
/** Rows between which others are served. */
const rowsAtOnce = 500

/** Rows at most: a longer table goes out as CSV, which any program reads and which costs a hundredth. */
export const mostXlsxRows = 100_000

export async function xlsxFile({ name, headings, rows }: TableFile): Promise<File> {
  if (rows.length > mostXlsxRows) throw new RangeError(`${rows.length} rows are too many for XLSX`)
  // Large, and seldom asked for.
  const { default: exceljs } = await import('exceljs')
  const parts: Buffer<ArrayBuffer>[] = []
  const stream = new Writable({
    write: (part, _encoding, done) => {
      parts.push(part)
      done()
    },
  })
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const sheet = workbook.addWorksheet(name.slice(0, sheetNameLength), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  sheet.columns = widthsOf(headings, rows).map((width) => ({ width }))
  const heading = sheet.addRow(headings)
  heading.font = { bold: true }
  heading.commit()
  for (const [index, row] of rows.entries()) {
    sheet.addRow(row.map(harmless)).commit()
    if (index % rowsAtOnce === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  await workbook.commit()
  return new File(parts, `${name}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}

function widthsOf(headings: string[], rows: Rows): number[] {
  const widths = headings.map((text) => text.length)
  for (const row of rows)
    for (const [at, cell] of row.entries())
      widths[at] = Math.max(widths[at] ?? 0, String(cell ?? '').length)
  return widths.map((longest) => Math.min(widestColumn, longest + 2))
}

/** A spreadsheet runs what begins like a formula: an apostrophe in front makes it text (OWASP, CSV injection). */
function harmless(cell: string | number | null): string | number {
  if (typeof cell !== 'string') return cell ?? ''
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

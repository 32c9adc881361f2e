import { stringify } from 'csv-stringify/sync'

/** A table to be taken out: one heading row, then rows of texts and numbers. `name` is without its ending. */
export type TableFile = { name: string; headings: string[]; rows: (string | number | null)[][] }

type Rows = TableFile['rows']

/** UTF-8 with a byte order mark and semicolons: what spreadsheets in Poland and Hungary open unasked. */
export function csvFile({ name, headings, rows }: TableFile): File {
  const writer = csvWriter(headings)
  writer.add(rows)
  return writer.file(name)
}

/** The same, part by part: of a long table only the text is held, and others are served between the parts. */
export function csvWriter(headings: string[]) {
  const parts = [csvText([headings], { bom: true })]
  return {
    add: (rows: Rows) => {
      parts.push(csvText(rows))
    },
    file: (name: string) => new File(parts, `${name}.csv`, { type: 'text/csv' }),
  }
}

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

export async function xlsxFile(table: TableFile): Promise<File> {
  // Large, and seldom asked for.
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet(table.name.slice(0, sheetNameLength))
  sheet.addRow(table.headings).font = { bold: true }
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  for (const row of table.rows) sheet.addRow(row.map(harmless))
  sheet.columns.forEach((column, index) => {
    const texts = [table.headings[index], ...table.rows.map((row) => row[index])]
    const longest = Math.max(...texts.map((text) => String(text ?? '').length))
    column.width = Math.min(widestColumn, longest + 2)
  })
  const bytes = await workbook.xlsx.writeBuffer()
  return new File([new Uint8Array(bytes)], `${table.name}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}

/** A spreadsheet runs what begins like a formula: an apostrophe in front makes it text (OWASP, CSV injection). */
function harmless(cell: string | number | null): string | number {
  if (typeof cell !== 'string') return cell ?? ''
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

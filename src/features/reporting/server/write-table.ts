import { stringify } from 'csv-stringify/sync'
import { safeCell, type TableFile } from '../model/table-file.ts'

/** UTF-8 with a byte order mark and semicolons: what spreadsheets in Poland and Hungary open unasked. */
export function csvFile(table: TableFile): File {
  const text = stringify([table.headings, ...table.rows.map((row) => row.map(safeCell))], {
    delimiter: ';',
    bom: true,
  })
  return new File([text], `${table.name}.csv`, { type: 'text/csv' })
}

export async function xlsxFile(table: TableFile): Promise<File> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet(table.name.slice(0, 31))
  sheet.addRow(table.headings).font = { bold: true }
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  for (const row of table.rows) sheet.addRow(row.map(safeCell))
  sheet.columns.forEach((column, index) => {
    const longest = Math.max(
      ...[table.headings[index] ?? '', ...table.rows.map((row) => String(row[index] ?? ''))].map(
        ({ length }) => length,
      ),
    )
    column.width = Math.min(60, longest + 2)
  })
  const bytes = await workbook.xlsx.writeBuffer()
  return new File([new Uint8Array(bytes)], `${table.name}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}

import { parentPort, workerData } from 'node:worker_threads'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { z } from 'zod'
import { mostColumns, mostRows, type Table, type TableRefusal } from './read-table.ts'
import { unpacksWithin } from './unpacks-within.ts'

/** Many times what 20,000 people take. Buffers do not count for the worker's limit of memory. */
const mostUnpackedBytes = 200_000_000

// In a worker with a memory limit: a file made to blow up takes only this thread with it.
const { bytes } = z.object({ bytes: z.instanceof(Uint8Array) }).parse(workerData)
parentPort?.postMessage(await readTable(bytes))

async function readTable(file: Uint8Array): Promise<Table | TableRefusal> {
  try {
    const isZip = file[0] === 0x50 && file[1] === 0x4b
    if (isZip && !unpacksWithin(file, mostUnpackedBytes)) return { refused: 'too-large' }
    return tableOf(isZip ? await spreadsheetRows(file) : textRows(file))
  } catch {
    return { refused: 'unreadable' }
  }
}

type NumberedRow = { rowNumber: number; cells: string[] }

function tableOf(rows: NumberedRow[]): Table | TableRefusal {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [headings, ...data] = filled
  if (!headings || data.length === 0) return { refused: 'empty' }
  if (data.length > mostRows) return { refused: 'too-many-rows' }
  if (headings.cells.length > mostColumns) return { refused: 'too-many-columns' }
  const width = headings.cells.length
  return {
    columns: headings.cells,
    rows: data.map(({ rowNumber, cells }) => ({
      rowNumber,
      cells: Array.from({ length: width }, (_, column) => cells[column] ?? ''),
    })),
  }
}

function textRows(file: Uint8Array): NumberedRow[] {
  const text = decode(file)
  const records: unknown = parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: 100_000,
    to: mostRows + 100,
  })
  return z
    .array(z.array(z.string()))
    .parse(records)
    .map((cells, index) => ({ rowNumber: index + 1, cells: cells.map(clean) }))
}

/** UTF-8 where it is valid, UTF-16 by its mark, else what Excel writes in Central Europe. */
function decode(file: Uint8Array): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file)
  if (file[0] === 0xfe && file[1] === 0xff) return new TextDecoder('utf-16be').decode(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return new TextDecoder('windows-1250').decode(file)
  }
}

function delimiterOf(text: string): string {
  const heading = text.slice(0, 5000).split(/\r?\n/, 1)[0] ?? ''
  const counts = [';', '\t', ','].map((sign) => ({ sign, count: heading.split(sign).length }))
  return counts.sort((one, other) => other.count - one.count)[0]?.sign ?? ','
}

async function spreadsheetRows(file: Uint8Array): Promise<NumberedRow[]> {
  const workbook = new ExcelJS.Workbook()
  const copy = new ArrayBuffer(file.byteLength)
  new Uint8Array(copy).set(file)
  await workbook.xlsx.load(copy)
  const rows: NumberedRow[] = []
  workbook.worksheets[0]?.eachRow((row, rowNumber) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      if (column <= mostColumns + 1) cells[column - 1] = clean(cellText(cell.value))
    })
    rows.push({ rowNumber, cells: Array.from(cells, (cell) => cell ?? '') })
  })
  return rows
}

function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('text' in value) return String(value.text)
  if ('result' in value) return cellText(value.result ?? null)
  return ''
}

/** No control characters (PostgreSQL takes no NUL), no endless cells. */
function clean(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 1000)
}

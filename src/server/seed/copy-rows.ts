import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type postgres from 'postgres'

/** Columns by their names in the table; a column no row names takes its default. */
export type Row = Record<string, unknown>

const linesAtOnce = 500

/** Writes rows with COPY. Each row has the columns of the first. */
export async function copyRows(
  tx: postgres.TransactionSql,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  const target = await tx`copy ${tx(table)} (${tx(columns)}) from stdin`.writable()
  await pipeline(Readable.from(chunksOf(rows, columns)), target)
}

function* chunksOf(rows: readonly Row[], columns: readonly string[]) {
  for (let start = 0; start < rows.length; start += linesAtOnce)
    yield rows
      .slice(start, start + linesAtOnce)
      .map((row) => `${columns.map((column) => field(row[column])).join('\t')}\n`)
      .join('')
}

/** PostgreSQL's text format: https://www.postgresql.org/docs/current/sql-copy.html */
function field(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (value instanceof Date) return value.toISOString()
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  // Nearly no value needs it, and looking is cheaper than replacing.
  return special.test(text)
    ? text.replaceAll(/[\\\t\n\r]/g, (found) => escapes[found] ?? found)
    : text
}

const special = /[\\\t\n\r]/
const escapes: Record<string, string> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
}

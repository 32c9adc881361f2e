import type { Context } from '../../../server/context.ts'
import { csvWriter, type TableFile, xlsxFile } from '../../../server/table-file.ts'
import { peopleTable } from './exports.ts'
import { type PeopleInput, peopleInParts } from './people-view.ts'

const rowsAtOnce = 1000

/** Everybody on the list as a file; read in parts, all as they stood at one moment. */
export async function peopleFile(
  { db, config }: Pick<Context, 'db' | 'config'>,
  input: PeopleInput & { format: 'csv' | 'xlsx' },
  asOf: string,
): Promise<{ file: File; rowCount: number }> {
  const table = (rows: Parameters<typeof peopleTable>[0]) =>
    peopleTable(rows, input.language, asOf, config.timeZone)
  const { name, headings } = table([])
  const csv = csvWriter(headings)
  const kept: TableFile['rows'] = []
  let rowCount = 0
  await db.transaction(
    async (tx) => {
      for await (const part of peopleInParts(tx, input, asOf, rowsAtOnce)) {
        rowCount += part.length
        const { rows } = table(part)
        if (input.format === 'csv') csv.add(rows)
        else kept.push(...rows)
      }
    },
    { accessMode: 'read only' },
  )
  const file =
    input.format === 'csv' ? csv.file(name) : await xlsxFile({ name, headings, rows: kept })
  return { file, rowCount }
}

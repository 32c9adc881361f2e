import type { HouseConfig } from '../../../server/context.ts'
import type { Db } from '../../../server/db/connect.ts'
import { csvWriter, mostXlsxRows, type TableFile, xlsxFile } from '../../../server/table-file.ts'
import { peopleTable } from './exports.ts'
import { type PeopleInput, peopleInParts } from './people-view.ts'

const rowsAtOnce = 1000

/**
 * Everybody on the list as a file; read in parts, all as they stood at one moment. Null when there are more than a
 * workbook may hold.
 */
export async function peopleFile(
  { readDb, config }: { readDb: Db; config: Pick<HouseConfig, 'timeZone'> },
  input: PeopleInput & { format: 'csv' | 'xlsx' },
  asOf: string,
  mostRows = mostXlsxRows,
): Promise<{ file: File; rowCount: number } | null> {
  const table = (rows: Parameters<typeof peopleTable>[0]) =>
    peopleTable(rows, input.language, asOf, config.timeZone)
  const { name, headings } = table([])
  const read = await readDb.transaction(
    async (tx) => {
      // Made in here, for the whole is read again from the primary when a replica is lost on the way.
      const csv = csvWriter(headings)
      const kept: TableFile['rows'] = []
      let rowCount = 0
      for await (const part of peopleInParts(tx, input, asOf, rowsAtOnce)) {
        rowCount += part.length
        const { rows } = table(part)
        if (input.format === 'csv') csv.add(rows)
        else if (rowCount > mostRows) return null
        else kept.push(...rows)
      }
      return { csv, kept, rowCount }
    },
    { accessMode: 'read only' },
  )
  if (!read) return null
  const { csv, kept, rowCount } = read
  const file =
    input.format === 'csv' ? csv.file(name) : await xlsxFile({ name, headings, rows: kept })
  return { file, rowCount }
}

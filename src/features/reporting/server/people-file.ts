import type { HouseConfig } from '../../../server/context.ts'
import type { Db } from '../../../server/db/connect.ts'
import { createLoadShedder } from '../../../server/load-shedding.ts'
import { longCsvFile, mostXlsxRows, type TableFile, xlsxFile } from '../../../server/table-file.ts'
import { peopleTable } from './exports.ts'
import { type PeopleInput, peopleInParts } from './people-view.ts'

/** So few that they are gone again before the collector counts them as old. */
const rowsAtOnce = 200

/** Each takes a connection and half a processor for a second or ten: dashboards find room beside so many. */
export const exportPlaces = createLoadShedder({
  mostRunning: 2,
  mostWaiting: 16,
  longestWaitMs: 30_000,
})

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
    // All of it is made in here, for it is read again from the primary when a replica is lost on the way.
    async (tx) => {
      let rowCount = 0
      const parts = async function* () {
        for await (const part of peopleInParts(tx, input, asOf, rowsAtOnce)) {
          rowCount += part.length
          yield table(part).rows
        }
      }
      if (input.format === 'csv') {
        const file = await longCsvFile({ name, headings }, parts())
        return { file, rowCount }
      }
      const kept: TableFile['rows'] = []
      for await (const rows of parts()) {
        if (rowCount > mostRows) return null
        kept.push(...rows)
      }
      return { kept, rowCount }
    },
    { accessMode: 'read only' },
  )
  if (!read) return null
  const { rowCount } = read
  // The workbook takes its time; nobody's connection waits for it.
  const file = 'file' in read ? read.file : await xlsxFile({ name, headings, rows: read.kept })
  return { file, rowCount }
}

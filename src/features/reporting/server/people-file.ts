import type { Context } from '../../../server/context.ts'
import { csvWriter, type TableFile, xlsxFile } from '../../../server/table-file.ts'
import { peopleTable } from './exports.ts'
import { type PeopleInput, peopleInParts } from './people-view.ts'

const rowsAtOnce = 1000

/** Everybody on the list as a file; read in parts, all as they stood at one moment. */
export async function peopleFile(
  { readDb, config }: Pick<Context, 'readDb' | 'config'>,
  input: PeopleInput & { format: 'csv' | 'xlsx' },
  asOf: string,
): Promise<{ file: File; rowCount: number }> {
  const table = (rows: Parameters<typeof peopleTable>[0]) =>
    peopleTable(rows, input.language, asOf, config.timeZone)
  const { name, headings } = table([])
  const { csv, kept, rowCount } = await readDb.transaction(
    async (tx) => {
      // Made in here, for the whole is read again from the primary when a replica is lost on the way.
      const csv = csvWriter(headings)
      const kept: TableFile['rows'] = []
      let rowCount = 0
      for await (const part of peopleInParts(tx, input, asOf, rowsAtOnce)) {
        rowCount += part.length
        const { rows } = table(part)
        if (input.format === 'csv') csv.add(rows)
        else kept.push(...rows)
      }
      return { csv, kept, rowCount }
    },
    { accessMode: 'read only' },
  )
  const file =
    input.format === 'csv' ? csv.file(name) : await xlsxFile({ name, headings, rows: kept })
  return { file, rowCount }
}

import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db, Tx } from '../../../server/db/connect.ts'
import { rowsOf } from '../../../server/db/sql.ts'
import type { CheckedRow, FileRow, ImportSummary } from '../model/import-check.ts'
import { type ImportFault, importFault, importMapping } from '../model/import-shape.ts'

const stored = z.object({
  id: z.uuid(),
  fileName: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  state: z.enum(['uploaded', 'checked', 'applied', 'discarded']),
  createdAt: z.string(),
  appliedAt: z.string().nullable(),
  columns: z.array(z.string()),
  mapping: importMapping,
  totalRows: z.number(),
  doneRows: z.number(),
  summary: z.object({
    create: z.number().default(0),
    update: z.number().default(0),
    unchanged: z.number().default(0),
    faulty: z.number().default(0),
  }),
})
export type StoredImport = z.infer<typeof stored>

const importColumns = sql`
  i.id::text, i.file_name as "fileName", i.unit_id::text as "unitId", u.name as "unitName", i.state,
  to_json(i.created_at)#>>'{}' as "createdAt", to_json(i.applied_at)#>>'{}' as "appliedAt", i.columns, i.mapping,
  i.total_rows as "totalRows", i.done_rows as "doneRows", i.summary`

export async function loadImport(
  db: Pick<Tx, 'execute'>,
  importId: string,
): Promise<StoredImport | null> {
  const [row] = await db.execute(sql`
    select ${importColumns} from people_import i join unit u on u.id = i.unit_id where i.id = ${importId}`)
  return row ? stored.parse(row) : null
}

/** Newest first, at most 50. */
export async function listImports(db: Db, reach: ReturnType<typeof sql>): Promise<StoredImport[]> {
  const rows = await db.execute(sql`
    select ${importColumns} from people_import i join unit u on u.id = i.unit_id
    where u.path <@ any(${reach}) and i.state <> 'discarded' order by i.created_at desc limit 50`)
  return rows.map((row) => stored.parse(row))
}

/** Rows of the file in their order. */
export async function loadRows(db: Pick<Tx, 'execute'>, importId: string): Promise<FileRow[]> {
  const rows = await db.execute<{ rowNumber: number; cells: string[] }>(sql`
    select row_number as "rowNumber", cells from people_import_row
    where import_id = ${importId} order by row_number`)
  return [...rows]
}

export async function saveRows(tx: Tx, importId: string, rows: readonly FileRow[]): Promise<void> {
  await tx.execute(sql`
    insert into people_import_row (import_id, row_number, cells)
    select ${importId}::uuid, (row->>'rowNumber')::int, row->'cells'
    from jsonb_array_elements(${rowsOf(rows)}) row`)
}

export async function saveOutcomes(
  db: Pick<Tx, 'execute'>,
  importId: string,
  rows: readonly FileRow[],
  checked: readonly CheckedRow[],
): Promise<void> {
  const outcomes = rows.map(({ rowNumber }, index) => {
    const row = checked[index]
    return {
      rowNumber,
      outcome: row?.outcome,
      faults: row?.outcome === 'faulty' ? row.faults : [],
    }
  })
  await db.execute(sql`
    update people_import_row r set outcome = row->>'outcome', faults = row->'faults'
    from jsonb_array_elements(${rowsOf(outcomes)}) row
    where r.import_id = ${importId} and r.row_number = (row->>'rowNumber')::int`)
}

export const saveSummary = (
  db: Pick<Tx, 'execute'>,
  importId: string,
  to: { state: StoredImport['state']; summary: ImportSummary; mapping: StoredImport['mapping'] },
) =>
  db.execute(sql`
    update people_import set state = ${to.state}, summary = ${JSON.stringify(to.summary)}::text::jsonb,
      mapping = ${JSON.stringify(to.mapping)}::text::jsonb
    where id = ${importId}`)

export const saveProgress = (db: Pick<Tx, 'execute'>, importId: string, doneRows: number) =>
  db.execute(sql`update people_import set done_rows = ${doneRows} where id = ${importId}`)

export type FaultyRow = { rowNumber: number; cells: string[]; faults: ImportFault[] }

export async function loadFaultyRows(
  db: Db,
  importId: string,
  { after, limit }: { after: number; limit: number },
): Promise<FaultyRow[]> {
  const rows = await db.execute<{ rowNumber: number; cells: string[]; faults: unknown }>(sql`
    select row_number as "rowNumber", cells, faults from people_import_row
    where import_id = ${importId} and outcome = 'faulty' and row_number > ${after}
    order by row_number limit ${limit}`)
  return rows.map((row) => ({ ...row, faults: z.array(importFault).parse(row.faults) }))
}

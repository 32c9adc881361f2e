import { ORPCError } from '@orpc/server'
import { sql } from 'drizzle-orm'
import { audit } from '../../../server/audit.ts'
import type { Context } from '../../../server/context.ts'
import type { Db, Tx } from '../../../server/db/connect.ts'
import { pathArray } from '../../../server/db/sql.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { csvFile } from '../../../server/table-file.ts'
import { identity } from '../contract.ts'
import { checkRows, type FileRow, summaryOf } from '../model/import-check.ts'
import { guessMapping, missingFields } from '../model/import-guess.ts'
import type { ImportMapping } from '../model/import-shape.ts'
import { faultFileWords, faultLine } from '../model/import-words.ts'
import { applyRows } from './import-apply.ts'
import { loadLookups } from './import-lookups.ts'
import {
  listImports,
  loadFaultyRows,
  loadImport,
  loadRows,
  type StoredImport,
  saveOutcomes,
  saveProgress,
  saveRows,
  saveSummary,
} from './import-store.ts'
import { readTable } from './read-table.ts'

const handle = handlersFor(identity).imports
const sampleRows = 3

export const importHandlers = {
  list: handle.list.handler(async ({ context }) => {
    const imports = await listImports(context.db, pathArray(context.scope('people.import')))
    return imports.map(({ columns: _, mapping: __, ...row }) => row)
  }),

  upload: handle.upload.handler(async ({ input, context, errors }) => {
    const table = await readTable(input.file)
    if ('refused' in table) throw errors.FILE_REFUSED({ data: { reason: table.refused } })
    const importId = context.newId()
    await context.write(async (tx) => {
      await tx.execute(sql`
        insert into people_import (id, created_by, created_at, file_name, unit_id, state, columns, mapping, total_rows)
        values (${importId}, ${context.person().personId}, ${context.clock().toISOString()},
          ${input.file.name.replace(/\p{Cc}/gu, '').slice(0, 200)}, ${input.unitId}, 'uploaded',
          ${JSON.stringify(table.columns)}::text::jsonb,
          ${JSON.stringify(guessMapping(table.columns))}::text::jsonb, ${table.rows.length})`)
      await saveRows(tx, importId, table.rows)
    })
    return { importId }
  }),

  get: handle.get.handler(({ input, context }) => viewImport(context.db, input.importId)),

  /** Changes nothing but the import itself; may be repeated with another mapping. */
  check: handle.check.handler(async ({ input, context, errors }) => {
    const found = await importOf(context.db, input.importId)
    if (found.state !== 'uploaded' && found.state !== 'checked')
      throw errors.WRONG_STATE({ data: { state: found.state } })
    const fields = missingFields(input.mapping)
    if (fields.length > 0) throw errors.FIELDS_MISSING({ data: { fields } })
    const rows = await loadRows(context.db, input.importId)
    await check(context.db, context, input.importId, rows, input.mapping)
    return viewImport(context.db, input.importId)
  }),

  faults: handle.faults.handler(async ({ input, context }) => {
    const after = Number(input.after ?? 0)
    const rows = await loadFaultyRows(context.db, input.importId, {
      after: Number.isInteger(after) && after >= 0 && after < 2 ** 31 ? after : 0,
      limit: input.limit + 1,
    })
    const page = rows.slice(0, input.limit)
    return { rows: page, next: rows.length > input.limit ? String(page.at(-1)?.rowNumber) : null }
  }),

  /** Everything good or nothing; the same import is never applied twice. */
  apply: handle.apply.handler(async ({ input, context, errors }) => {
    const { importId } = input
    const applied = await context.write(async (tx) => {
      // Two imports at a time could each find an e-mail address free.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('officina.people-import'))`)
      const found = await importOf(tx, importId)
      if (found.state !== 'checked') throw errors.WRONG_STATE({ data: { state: found.state } })
      const rows = await loadRows(tx, importId)
      const lookups = await loadLookups(tx, context, rows, found.mapping)
      const checked = checkRows(rows, found.mapping, lookups)
      const summary = summaryOf(checked)
      if (!sameSummary(summary, found.summary)) return false
      if (summary.faulty > 0 && !input.leaveOutFaulty)
        throw errors.FAULTY_ROWS({ data: { faulty: summary.faulty } })
      await applyRows(tx, context, checked, { importId, invite: input.invite })
      await tx.execute(sql`
        update people_import set state = 'applied', applied_at = ${context.clock().toISOString()},
          done_rows = total_rows where id = ${importId}`)
      await audit(tx, context, {
        action: 'people-import.applied',
        subjectKind: 'peopleImport',
        subjectId: importId,
        unitId: found.unitId,
        detail: { ...summary, fileName: found.fileName },
      })
      return true
    })
    if (!applied) {
      const { mapping } = await importOf(context.db, importId)
      await check(context.db, context, importId, await loadRows(context.db, importId), mapping)
      throw errors.CHANGED_SINCE()
    }
    return viewImport(context.db, importId)
  }),

  discard: handle.discard.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const found = await importOf(tx, input.importId)
      if (found.state === 'applied') throw errors.WRONG_STATE({ data: { state: found.state } })
      // What the file said about people goes with it.
      await tx.execute(sql`delete from people_import_row where import_id = ${input.importId}`)
      await tx.execute(
        sql`update people_import set state = 'discarded' where id = ${input.importId}`,
      )
      return { state: 'discarded' as const }
    }),
  ),

  faultFile: handle.faultFile.handler(async ({ input, context }) => {
    const { language } = context.person()
    const found = await importOf(context.db, input.importId)
    const rows = await loadFaultyRows(context.db, input.importId, { after: 0, limit: 20_000 })
    const words = faultFileWords[language]
    const name = `${found.fileName.replace(/\.[a-z]+$/i, '')}-${words.reason}`
    return csvFile({
      name: name.replace(/[^\p{L}\p{N}._-]+/gu, '-'),
      headings: [words.row, words.reason, ...found.columns],
      rows: rows.map(({ rowNumber, cells, faults }) => [
        rowNumber,
        faults.map((fault) => faultLine(fault, language)).join(' · '),
        ...cells,
      ]),
    })
  }),
}

async function importOf(db: Pick<Tx, 'execute'>, importId: string): Promise<StoredImport> {
  const found = await loadImport(db, importId)
  if (!found) throw new ORPCError('NOT_FOUND', { status: 404 })
  return found
}

async function viewImport(db: Db, importId: string) {
  const found = await importOf(db, importId)
  const rows = await db.execute<{ cells: string[] }>(sql`
    select cells from people_import_row where import_id = ${importId} order by row_number limit ${sampleRows}`)
  return { ...found, sample: rows.map(({ cells }) => cells) }
}

/** Rows are saved in slices, so that who waits sees how far it is. */
async function check(
  db: Db,
  context: Context,
  importId: string,
  rows: readonly FileRow[],
  mapping: ImportMapping,
) {
  await saveProgress(db, importId, 0)
  const lookups = await loadLookups(db, context, rows, mapping)
  const checked = checkRows(rows, mapping, lookups)
  for (let from = 0; from < rows.length; from += 1000) {
    await saveOutcomes(
      db,
      importId,
      rows.slice(from, from + 1000),
      checked.slice(from, from + 1000),
    )
    await saveProgress(db, importId, Math.min(rows.length, from + 1000))
  }
  await saveSummary(db, importId, { state: 'checked', summary: summaryOf(checked), mapping })
}

const sameSummary = (one: StoredImport['summary'], other: StoredImport['summary']) =>
  JSON.stringify(one) === JSON.stringify(other)

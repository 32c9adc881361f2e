import { z } from 'zod'
import { instant, pageOf, pageRequest, procedure, unitId } from '../../../contract/primitives.ts'
import { importFault, importField, importMapping } from '../model/import-shape.ts'

const tags = ['identity']
const importState = z.enum(['uploaded', 'checked', 'applied', 'discarded'])
const importView = z.object({
  id: z.uuid(),
  fileName: z.string(),
  unitId,
  unitName: z.string(),
  state: importState,
  createdAt: instant,
  appliedAt: instant.nullable(),
  columns: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  mapping: importMapping,
  totalRows: z.number().int(),
  /** Rows checked or taken over so far, while that goes on. */
  doneRows: z.number().int(),
  summary: z.object({
    create: z.number().int(),
    update: z.number().int(),
    unchanged: z.number().int(),
    faulty: z.number().int(),
  }),
})

const importId = z.uuid()
const ofImport = { permission: 'people.import', on: 'peopleImport', by: 'importId' } as const
const wrongState = { WRONG_STATE: { status: 409, data: z.object({ state: importState }) } } as const
/** A personnel file from upload to application. */
export const importProcedures = {
  imports: {
    list: procedure
      .meta({ access: { permission: 'people.import' } })
      .route({ method: 'GET', path: '/people-imports', tags, summary: 'Imports within my reach' })
      .output(z.array(importView.omit({ columns: true, sample: true, mapping: true }))),
    upload: procedure
      .meta({ access: { permission: 'people.import', on: 'unit', by: 'unitId' } })
      .route({ method: 'POST', path: '/people-imports', tags, summary: 'Upload CSV or XLSX' })
      .errors({
        FILE_REFUSED: {
          status: 422,
          data: z.object({
            reason: z.enum([
              'too-large',
              'too-many-rows',
              'empty',
              'unreadable',
              'too-many-columns',
            ]),
          }),
        },
      })
      .input(z.object({ unitId, file: z.file() }))
      .output(z.object({ importId })),
    get: procedure
      .meta({ access: ofImport })
      .route({ method: 'GET', path: '/people-imports/{importId}', tags, summary: 'An import' })
      .input(z.object({ importId }))
      .output(importView),
    check: procedure
      .meta({ access: ofImport })
      .route({ method: 'POST', path: '/people-imports/{importId}/check', tags, summary: 'Dry run' })
      .errors({
        ...wrongState,
        FIELDS_MISSING: { status: 422, data: z.object({ fields: z.array(importField) }) },
      })
      .input(z.object({ importId, mapping: importMapping }))
      .output(importView),
    faults: procedure
      .meta({ access: ofImport })
      .route({ method: 'GET', path: '/people-imports/{importId}/faults', tags, summary: 'Faults' })
      .input(pageRequest.extend({ importId }))
      .output(
        pageOf(
          z.object({
            rowNumber: z.number().int(),
            cells: z.array(z.string()),
            faults: z.array(importFault),
          }),
        ),
      ),
    apply: procedure
      .meta({ access: ofImport })
      .route({
        method: 'POST',
        path: '/people-imports/{importId}/application',
        tags,
        summary: 'Apply',
      })
      .errors({
        ...wrongState,
        /** Rows are faulty and nobody said to leave them out. */
        FAULTY_ROWS: { status: 409, data: z.object({ faulty: z.number().int() }) },
        /** The system changed since the dry run: it was repeated, look again. */
        CHANGED_SINCE: { status: 409 },
      })
      .input(
        z.object({ importId, leaveOutFaulty: z.boolean(), invite: z.boolean().default(false) }),
      )
      .output(importView),
    discard: procedure
      .meta({ access: ofImport })
      .route({ method: 'DELETE', path: '/people-imports/{importId}', tags, summary: 'Discard' })
      .errors(wrongState)
      .input(z.object({ importId }))
      .output(z.object({ state: importState })),
    faultFile: procedure
      .meta({ access: ofImport })
      .route({ method: 'GET', path: '/people-imports/{importId}/faults.csv', tags, summary: 'CSV' })
      .input(z.object({ importId }))
      .output(z.file()),
  },
}

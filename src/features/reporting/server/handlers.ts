import { sql } from 'drizzle-orm'
import type { UnitId } from '../../../contract/primitives.ts'
import { type Context, within } from '../../../server/context.ts'
import { pathArray } from '../../../server/db/sql.ts'
import { overloaded } from '../../../server/load-shedding.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { SpooledFile } from '../../../server/spooled-file.ts'
import { csvFile, mostXlsxRows, type TableFile, xlsxFile } from '../../../server/table-file.ts'
import { today } from '../../../server/today.ts'
import { logExport } from '../../identity/server/public.ts'
import { isNameSharedToday } from '../../organisation/server/public.ts'
import { reporting, type UnitLabel } from '../contract.ts'
import { sortUnits } from '../model/sort-units.ts'
import { annualView } from './annual-view.ts'
import { dashboardView } from './dashboard-view.ts'
import { unitsTable } from './exports.ts'
import { exportPlaces, peopleFile } from './people-file.ts'
import { peopleView } from './people-view.ts'
import { remind } from './remind.ts'
import { unitsView } from './units-view.ts'

const handle = handlersFor(reporting)

export const reportingHandlers = handle.router({
  myUnits: handle.myUnits.handler(async ({ context }) => {
    const rows = await context.readDb.execute<UnitLabel>(sql`
      select id as "unitId", name, kind, municipality_type as "municipalityType",
        ${isNameSharedToday('u')} as "isNameShared" from unit u
      where path = any(${pathArray(topmost(context.scope('reports.read')))})
      order by nlevel(path), name collate polish`)
    return [...rows]
  }),

  dashboard: handle.dashboard.handler(async ({ input, context, errors }) => {
    const asOf = today(context)
    const view = await dashboardView(context.readDb, input, asOf, context.scope('reports.read'))
    if (!view) throw errors.NOT_FOUND()
    return { ...view, asOf, mayReadPeople: await mayRead(context, input.unitId) }
  }),

  units: handle.units.handler(async ({ input, context }) => {
    const rows = await unitsView(context.readDb, input, today(context))
    return { rows: sortUnits(rows, input.sort, input.descending) }
  }),

  people: handle.people.handler(({ input, context }) =>
    peopleView(context.readDb, input, today(context), input),
  ),

  remind: handle.remind.handler(async ({ input, context }) => {
    const reminded = await remind(context, input.unitId, input.enrolmentIds)
    return { reminded, leftOut: input.enrolmentIds.length - reminded }
  }),

  annual: handle.annual.handler(async ({ input, context, errors }) => {
    const figures = await annualView(context.readDb, input.unitId, input.year, {
      today: today(context),
      timeZone: context.config.timeZone,
    })
    if (!figures) throw errors.NOT_FOUND()
    return { year: input.year, ...figures }
  }),

  exportUnits: handle.exportUnits.handler(async ({ input, context }) => {
    const asOf = today(context)
    const rows = await unitsView(context.readDb, input, asOf)
    return write(unitsTable(rows, input.language, asOf), input.format)
  }),

  exportPeople: handle.exportPeople.handler(async ({ input, context, errors }) => {
    if (!(await mayExport(context, input.unitId))) throw errors.FORBIDDEN()
    const place = await exportPlaces.enter()
    if (!place) {
      const { retryAfterSeconds } = overloaded()
      context.responseHeaders.set('retry-after', String(retryAfterSeconds))
      throw errors.OVERLOADED({ data: { retryAfterSeconds } })
    }
    try {
      const asOf = today(context)
      const written = await peopleFile(context, input, asOf)
      if (!written) throw errors.TOO_LONG({ data: { mostRows: mostXlsxRows } })
      return await onRecord(context, input, written)
    } finally {
      place.leave()
    }
  }),
})

/** The file, once it is written down who takes it. */
async function onRecord(
  context: Context,
  { unitId, format }: { unitId: UnitId; format: 'csv' | 'xlsx' },
  { file, rowCount }: { file: File; rowCount: number },
): Promise<File> {
  try {
    const taken = { what: 'progress', unitId, rowCount, format } as const
    await context.write((tx) => logExport(tx, context, taken))
    return file
  } catch (error) {
    if (file instanceof SpooledFile) await file.discard()
    throw error
  }
}

const write = (table: TableFile, format: 'csv' | 'xlsx') =>
  format === 'csv' ? csvFile(table) : xlsxFile(table)

/** A unit below another one I may read is reached from there. */
const topmost = (unitPaths: readonly string[]) =>
  unitPaths.filter((path) => !unitPaths.some((other) => other !== path && within([other], path)))

const mayRead = (context: Context, unitId: string) => holdsOn(context, 'progress.read', unitId)
const mayExport = (context: Context, unitId: string) => holdsOn(context, 'reports.export', unitId)

/** Who may do what is never asked of a replica: it may not know yet that a unit was moved. */
async function holdsOn(
  context: Context,
  permission: 'progress.read' | 'reports.export',
  unitId: string,
) {
  const held = context.scope(permission)
  if (held.length === 0) return false
  const [unit] = await context.db.execute<{ path: string }>(
    sql`select path::text from unit where id = ${unitId}`,
  )
  return unit !== undefined && within(held, unit.path)
}

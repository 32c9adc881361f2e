import { z } from 'zod'
import { civilDate, line, procedure, searchText, unitId } from '../../contract/primitives.ts'
import { municipalityTypes, unitKinds } from './model/unit-kind.ts'

const tags = ['organisation']
const kind = z.enum(unitKinds)
const municipalityType = z.enum(municipalityTypes).nullable()

const unitRow = z.object({
  unitId,
  parentId: unitId.nullable(),
  name: z.string(),
  kind,
  municipalityType,
  code: z.string().nullable(),
  isOffice: z.boolean(),
  closedOn: civilDate.nullable(),
  /** Units directly below, on the day asked for. */
  childCount: z.number().int(),
  /** Offices at or below, on the day asked for. */
  officeCount: z.number().int(),
  /** People who worked there or below, on the day asked for. */
  people: z.number().int(),
  /** Another unit open that day has the same name or short name: show the type with it. */
  isNameShared: z.boolean(),
})
const listedUnit = unitRow.extend({
  /** Name of the unit above, that day. */
  parentName: z.string().nullable(),
})
export type UnitListRow = z.infer<typeof listedUnit>

const label = z.object({ unitId, name: z.string(), kind, municipalityType })

const manages = { permission: 'organisation.manage', on: 'unit', by: 'unitId' } as const
const change = { unitId, on: civilDate, reason: line(300) }
const changeErrors = {
  /** The day lies before the last change of what is changed, or after today. */
  BAD_DAY: { status: 422, data: z.object({ earliest: civilDate }) },
  UNIT_CLOSED: { status: 409, data: z.object({ closedOn: civilDate }) },
} as const

export const organisation = {
  tree: procedure
    .meta({ access: 'signed-in' })
    .route({
      method: 'GET',
      path: '/units',
      tags,
      summary: 'Units below a unit (or the topmost), or found by name; as of a day',
    })
    .input(
      z.object({
        parentId: unitId.optional(),
        /** How many levels below; a search looks at all of them. */
        depth: z.number().int().min(1).max(3).default(1),
        query: searchText.default(''),
        asOf: civilDate.optional(),
      }),
    )
    .output(
      z.object({
        asOf: civilDate,
        /** Parents before children, children of one unit in alphabetical order; a search gives the nearest first. */
        rows: z.array(listedUnit),
        /** More were found than are given. */
        isCut: z.boolean(),
      }),
    ),

  unit: procedure
    .meta({ access: 'signed-in' })
    .route({
      method: 'GET',
      path: '/units/{unitId}',
      tags,
      summary: 'One unit with its place, people and history; as of a day',
    })
    .input(z.object({ unitId, asOf: civilDate.optional() }))
    .output(
      unitRow.extend({
        country: z.enum(['pl', 'hu']),
        asOf: civilDate,
        /** False when the unit was not open that day: the rest then tells of its nearest day. */
        isOpenThen: z.boolean(),
        openedOn: civilDate,
        mergedInto: label.nullable(),
        /** Why it was closed or merged; null while it is open. */
        closingReason: z.string().nullable(),
        /** Units that were merged into this one, the latest first. */
        tookOver: z.array(label.extend({ on: civilDate })),
        /** From the top down to the unit above. */
        ancestors: z.array(label),
        children: z.array(listedUnit),
        /** People who worked in the unit itself; `people` counts those below it too. */
        peopleHere: z.number().int(),
        mayManage: z.boolean(),
        history: z.array(
          z.object({
            from: civilDate,
            until: civilDate.nullable(),
            name: z.string(),
            parentName: z.string().nullable(),
            reason: z.string(),
          }),
        ),
      }),
    ),

  create: procedure
    .meta({ access: manages })
    .route({
      method: 'POST',
      path: '/units/{unitId}/children',
      tags,
      summary: 'Open a unit below another',
    })
    .errors({ ...changeErrors, KIND_NOT_ALLOWED: { status: 422 }, CODE_TAKEN: { status: 409 } })
    .input(
      z.object({ ...change, name: line(200), kind, municipalityType, code: line(20).nullable() }),
    )
    .output(z.object({ unitId })),

  rename: procedure
    .meta({ access: manages })
    .route({
      method: 'POST',
      path: '/units/{unitId}/name',
      tags,
      summary: 'Give a unit another name from a day on',
    })
    .errors(changeErrors)
    .input(z.object({ ...change, name: line(200) }))
    .output(z.object({ unitId })),

  move: procedure
    .meta({ access: manages })
    .route({
      method: 'POST',
      path: '/units/{unitId}/parent',
      tags,
      summary: 'Put a unit, with all below it, under another',
    })
    .errors({ ...changeErrors, CIRCLE: { status: 422 }, KIND_NOT_ALLOWED: { status: 422 } })
    .input(z.object({ ...change, parentId: unitId }))
    .output(z.object({ unitId })),

  merge: procedure
    .meta({ access: manages })
    .route({
      method: 'POST',
      path: '/units/{unitId}/merger',
      tags,
      summary: 'Close a unit and move its people and units into another',
    })
    .errors({ ...changeErrors, CIRCLE: { status: 422 }, KIND_NOT_ALLOWED: { status: 422 } })
    .input(z.object({ ...change, intoId: unitId }))
    .output(z.object({ unitId, peopleMoved: z.number().int(), unitsMoved: z.number().int() })),

  close: procedure
    .meta({ access: manages })
    .route({
      method: 'POST',
      path: '/units/{unitId}/closing',
      tags,
      summary: 'Close an empty unit from a day on',
    })
    .errors({
      ...changeErrors,
      NOT_EMPTY: {
        status: 409,
        data: z.object({ people: z.number().int(), units: z.number().int() }),
      },
    })
    .input(z.object(change))
    .output(z.object({ unitId, closedOn: civilDate })),
}

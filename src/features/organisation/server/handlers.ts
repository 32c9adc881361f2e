import { unitId as unitIdSchema } from '../../../contract/primitives.ts'
import { audit } from '../../../server/audit.ts'
import { within } from '../../../server/context.ts'
import { publish } from '../../../server/events.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { today } from '../../../server/today.ts'
import { organisation } from '../contract.ts'
import { refuseClosingDay, refuseDay } from '../model/change-day.ts'
import { isOfficeKind, mayStandBelow } from '../model/unit-kind.ts'
import {
  closeUnit,
  codeTaken,
  countPeople,
  insertUnit,
  lastChangeIn,
  lockUnit,
  moveBranch,
  openChildren,
  renameUnit,
} from './store.ts'
import { treeView } from './tree-view.ts'
import { unitView } from './unit-view.ts'

const handle = handlersFor(organisation)

export const organisationHandlers = handle.router({
  tree: handle.tree.handler(async ({ input, context }) => {
    const asOf = input.asOf ?? today(context)
    return { asOf, ...(await treeView(context.db, { ...input, asOf })) }
  }),

  unit: handle.unit.handler(async ({ input, context, errors }) => {
    const asOf = input.asOf ?? today(context)
    const found = await unitView(context.db, input.unitId, asOf)
    if (!found) throw errors.NOT_FOUND()
    const { path, ...page } = found
    return { ...page, asOf, mayManage: within(context.scope('organisation.manage'), path) }
  }),

  create: handle.create.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const parent = await lockUnit(tx, input.unitId)
      if (!parent) throw errors.NOT_FOUND()
      if (parent.closedOn) throw errors.UNIT_CLOSED({ data: { closedOn: parent.closedOn } })
      if (input.on < parent.openedOn || input.on > today(context))
        throw errors.BAD_DAY({ data: { earliest: parent.openedOn } })
      const isMunicipality = input.kind === 'municipal-office'
      if (
        !mayStandBelow(input.kind, parent.kind) ||
        isMunicipality === (input.municipalityType === null)
      )
        throw errors.KIND_NOT_ALLOWED()
      if (input.code && (await codeTaken(tx, parent.country, input.code))) throw errors.CODE_TAKEN()
      const id = await insertUnit(tx, {
        ...input,
        parent,
        country: parent.country,
        isOffice: isOfficeKind(input.kind),
      })
      await audit(tx, context, {
        action: 'unit.created',
        subjectKind: 'unit',
        subjectId: id,
        unitId: id,
        detail: { ...input },
      })
      return { unitId: unitIdSchema.parse(id) }
    }),
  ),

  rename: handle.rename.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const unit = await lockUnit(tx, input.unitId)
      if (!unit) throw errors.NOT_FOUND()
      if (unit.closedOn) throw errors.UNIT_CLOSED({ data: { closedOn: unit.closedOn } })
      const wrongDay = refuseDay(input.on, unit.placedFrom, today(context))
      if (wrongDay) throw errors.BAD_DAY({ data: wrongDay })
      await renameUnit(tx, unit.id, input.name, input.on, input.reason)
      await audit(tx, context, {
        action: 'unit.renamed',
        subjectKind: 'unit',
        subjectId: unit.id,
        unitId: unit.id,
        detail: { from: unit.name, to: input.name, on: input.on, reason: input.reason },
      })
      return { unitId: input.unitId }
    }),
  ),

  move: handle.move.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const unit = await lockUnit(tx, input.unitId)
      const parent = await lockUnit(tx, input.parentId)
      if (!unit || !parent) throw errors.NOT_FOUND()
      if (!within(context.scope('organisation.manage'), parent.path)) throw errors.FORBIDDEN()
      for (const each of [unit, parent])
        if (each.closedOn) throw errors.UNIT_CLOSED({ data: { closedOn: each.closedOn } })
      if (within([unit.path], parent.path)) throw errors.CIRCLE()
      if (!mayStandBelow(unit.kind, parent.kind)) throw errors.KIND_NOT_ALLOWED()
      const wrongDay = refuseDay(input.on, await lastChangeIn(tx, unit.path), today(context))
      if (wrongDay) throw errors.BAD_DAY({ data: wrongDay })
      await moveBranch(tx, unit, parent, input.on, input.reason)
      await publish(tx, { type: 'UnitMoved', unitId: unit.id })
      await audit(tx, context, {
        action: 'unit.moved',
        subjectKind: 'unit',
        subjectId: unit.id,
        unitId: unit.id,
        detail: { from: unit.parentId, to: parent.id, on: input.on, reason: input.reason },
      })
      return { unitId: input.unitId }
    }),
  ),

  merge: handle.merge.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const unit = await lockUnit(tx, input.unitId)
      const into = await lockUnit(tx, input.intoId)
      if (!unit || !into) throw errors.NOT_FOUND()
      if (!within(context.scope('organisation.manage'), into.path)) throw errors.FORBIDDEN()
      for (const each of [unit, into])
        if (each.closedOn) throw errors.UNIT_CLOSED({ data: { closedOn: each.closedOn } })
      if (within([unit.path], into.path)) throw errors.CIRCLE()
      const wrongDay = refuseClosingDay(input.on, await lastChangeIn(tx, unit.path), today(context))
      if (wrongDay) throw errors.BAD_DAY({ data: wrongDay })
      const children = await openChildren(tx, unit.id)
      if (
        unit.country !== into.country ||
        children.some(({ kind }) => !mayStandBelow(kind, into.kind))
      )
        throw errors.KIND_NOT_ALLOWED()
      const peopleMoved = await countPeople(tx, unit.id)
      for (const child of children) await moveBranch(tx, child, into, input.on, input.reason)
      await closeUnit(tx, unit.id, input.on, into.id)
      // People follow by the event: their placements belong to identity.
      await publish(tx, { type: 'UnitMerged', unitId: unit.id, intoId: into.id, on: input.on })
      await audit(tx, context, {
        action: 'unit.merged',
        subjectKind: 'unit',
        subjectId: unit.id,
        unitId: into.id,
        detail: { into: into.id, on: input.on, reason: input.reason },
      })
      return { unitId: input.intoId, peopleMoved, unitsMoved: children.length }
    }),
  ),

  close: handle.close.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const unit = await lockUnit(tx, input.unitId)
      if (!unit) throw errors.NOT_FOUND()
      if (unit.closedOn) throw errors.UNIT_CLOSED({ data: { closedOn: unit.closedOn } })
      const wrongDay = refuseClosingDay(input.on, unit.placedFrom, today(context))
      if (wrongDay) throw errors.BAD_DAY({ data: wrongDay })
      const [people, children] = [await countPeople(tx, unit.id), await openChildren(tx, unit.id)]
      if (people > 0 || children.length > 0)
        throw errors.NOT_EMPTY({ data: { people, units: children.length } })
      await closeUnit(tx, unit.id, input.on)
      await publish(tx, { type: 'UnitClosed', unitId: unit.id })
      await audit(tx, context, {
        action: 'unit.closed',
        subjectKind: 'unit',
        subjectId: unit.id,
        unitId: unit.id,
        detail: { on: input.on, reason: input.reason },
      })
      return { unitId: input.unitId, closedOn: input.on }
    }),
  ),
})

import { ORPCError } from '@orpc/server'
import { eq } from 'drizzle-orm'
import type { AssignmentId } from '../../../contract/primitives.ts'
import { audit } from '../../../server/audit.ts'
import { publish } from '../../../server/events.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { today } from '../../../server/today.ts'
import { learning } from '../contract.ts'
import { countCoverage } from './assignment-coverage.ts'
import { applyAssignments, findSameAssignment, releaseUncovered } from './assignment-store.ts'
import { assignmentChoicesView, assignmentsView } from './assignment-views.ts'
import { currentVersionOf } from './course-facts.ts'
import { assignment } from './schema.ts'

const handle = handlersFor(learning)

export const assignmentHandlers = {
  assignments: handle.assignments.handler(({ input, context }) =>
    assignmentsView(context, context.scope('learning.assign'), input),
  ),

  assignmentChoices: handle.assignmentChoices.handler(({ input, context }) =>
    assignmentChoicesView(context, context.scope('learning.assign'), input.language),
  ),

  previewAssignment: handle.previewAssignment.handler(({ input, context }) =>
    countCoverage(context.db, input),
  ),

  createAssignment: handle.createAssignment.handler(({ input, context, errors }) => {
    const on = today(context)
    if (input.dueOn !== null && input.dueOn < on)
      throw errors.DUE_IN_THE_PAST({ data: { today: on } })
    return context.write(async (tx) => {
      if (!(await currentVersionOf(tx, input.courseId)))
        throw new ORPCError('NOT_FOUND', { status: 404 })
      const assignmentId = context.newId() as AssignmentId // made here, for an assignment
      const act = { at: context.clock(), actorId: context.person().personId }
      const [made] = await tx
        .insert(assignment)
        .values({ ...input, id: assignmentId, createdBy: act.actorId, createdAt: act.at })
        .onConflictDoNothing()
        .returning({ id: assignment.id })
      if (!made) {
        const same = await findSameAssignment(tx, input)
        throw errors.ALREADY_ASSIGNED({ data: { assignmentId: same?.id as AssignmentId } }) // the conflict was with it
      }
      const effect = await applyAssignments(tx, act, { assignmentId })
      await publish(tx, { type: 'AssignmentMade', assignmentId })
      await audit(tx, context, {
        action: 'assignment.made',
        subjectKind: 'assignment',
        subjectId: assignmentId,
        unitId: input.unitId,
        detail: { ...input, ...effect },
      })
      return { assignmentId, ...effect }
    })
  }),

  endAssignment: handle.endAssignment.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { assignmentId } = input
      const [row] = await tx
        .select()
        .from(assignment)
        .where(eq(assignment.id, assignmentId))
        .for('update')
      if (!row) throw new ORPCError('NOT_FOUND', { status: 404 })
      // Ending twice is ending once.
      if (row.endedAt) return { endedAt: row.endedAt.toISOString(), releasedPeople: 0 }
      const act = { at: context.clock(), actorId: context.person().personId }
      await tx.update(assignment).set({ endedAt: act.at }).where(eq(assignment.id, assignmentId))
      const releasedPeople = await releaseUncovered(tx, act, { assignmentId })
      await publish(tx, { type: 'AssignmentEnded', assignmentId })
      await audit(tx, context, {
        action: 'assignment.ended',
        subjectKind: 'assignment',
        subjectId: assignmentId,
        unitId: row.unitId,
        detail: { releasedPeople },
      })
      return { endedAt: act.at.toISOString(), releasedPeople }
    }),
  ),
}

import { ORPCError } from '@orpc/server'
import { sql } from 'drizzle-orm'
import type { EnrolmentId } from '../../../contract/primitives.ts'
import { audit } from '../../../server/audit.ts'
import type { Context } from '../../../server/context.ts'
import type { Tx } from '../../../server/db/connect.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { today } from '../../../server/today.ts'
import { learning } from '../contract.ts'
import { decideWithdrawal, isOpen } from '../model/enrolment-state.ts'
import { courseEnrolmentView } from './course-enrolment-view.ts'
import { currentVersionOf } from './course-facts.ts'
import type { Act } from './enrolment-log.ts'
import {
  currentEnrolment,
  endEnrolment,
  enrolPeople,
  lockEnrolment,
  type NewEnrolment,
} from './enrolment-store.ts'
import type { EnrolmentRow } from './schema.ts'
import { switchVersion } from './switch-version.ts'

const handle = handlersFor(learning)

export const enrolmentHandlers = {
  enrol: handle.enrol.handler(({ input, context }) => {
    const { personId } = context.person()
    return context.write(async (tx) => {
      const { row } = await enrolOne(tx, actOf(context), input.courseId, {
        personId,
        origin: 'self',
      })
      return answer(row)
    })
  }),

  withdraw: handle.withdraw.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const row = await locked(tx, input.enrolmentId)
      const { outcome } = decideWithdrawal(row)
      switch (outcome) {
        case 'already-completed':
          throw errors.ALREADY_COMPLETED({ data: { completedAt: completion(row) } })
        case 'required':
          throw errors.REQUIRED({ data: { dueOn: row.dueOn } })
        case 'unchanged':
          return answer(row)
        case 'withdrawn':
          await endEnrolment(tx, actOf(context), row, 'withdrawn')
          return answer({ ...row, state: 'withdrawn' })
      }
    }),
  ),

  switchVersion: handle.switchVersion.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const row = await locked(tx, input.enrolmentId)
      if (!isOpen(row.state)) throw errors.ENROLMENT_CLOSED()
      const switched = await switchVersion(tx, actOf(context), row, input.courseVersionId)
      if (switched.outcome === 'not-offered')
        throw errors.VERSION_NOT_OFFERED({ data: { offered: switched.offered } })
      return {
        lessonsCarriedOver: switched.lessonsCarriedOver,
        lessonsTotal: switched.lessonsTotal,
      }
    }),
  ),

  enrolPerson: handle.enrolPerson.handler(({ input, context, errors }) => {
    const { personId, courseId, dueOn, required } = input
    if (dueOn !== null && dueOn < today(context))
      throw errors.DUE_IN_THE_PAST({ data: { today: today(context) } })
    return context.write(async (tx) => {
      const { row, isNew } = await enrolOne(tx, actOf(context), courseId, {
        personId,
        origin: 'trainer',
        dueOn,
        required,
      })
      if (isNew) await auditOf(tx, context, row, 'enrolment.made', { courseId, dueOn, required })
      return answer(row)
    })
  }),

  release: handle.release.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const row = await locked(tx, input.enrolmentId)
      if (row.state === 'completed')
        throw errors.ALREADY_COMPLETED({ data: { completedAt: completion(row) } })
      const { reason } = input
      const ended = await endEnrolment(tx, actOf(context), row, 'released', { reason })
      if (ended) await auditOf(tx, context, row, 'enrolment.released', { reason })
      return answer(ended ? { ...row, state: 'released' } : row)
    }),
  ),

  courseEnrolment: handle.courseEnrolment.handler(({ input, context }) =>
    courseEnrolmentView(context, input.courseId),
  ),
}

const actOf = (context: Context): Act => ({
  at: context.clock(),
  actorId: context.person().personId,
})

/** The row's id is the enrolment's by its table. */
const answer = ({ id, state }: Pick<EnrolmentRow, 'id' | 'state'>) => ({
  enrolmentId: id as EnrolmentId,
  state,
})

const completion = ({ completedAt, enrolledAt }: EnrolmentRow) =>
  (completedAt ?? enrolledAt).toISOString()

async function locked(tx: Tx, id: string): Promise<EnrolmentRow> {
  const row = await lockEnrolment(tx, id)
  if (!row) throw new ORPCError('NOT_FOUND', { status: 404 })
  return row
}

/** Enrols one person, or gives the enrolment she has; NOT_FOUND when the course is not offered. */
async function enrolOne(tx: Tx, act: Act, courseId: string, person: NewEnrolment) {
  const known = await currentEnrolment(tx, person.personId, courseId)
  if (known) return { row: known, isNew: false }
  const course = await currentVersionOf(tx, courseId)
  if (!course) throw new ORPCError('NOT_FOUND', { status: 404 })
  const [created] = await enrolPeople(tx, act, course, [person])
  // Somebody else's request was faster: hers is the enrolment.
  const row = created ?? (await currentEnrolment(tx, person.personId, courseId))
  if (!row) throw new Error('an enrolment was neither made nor found')
  return { row, isNew: created !== undefined }
}

async function auditOf(
  tx: Tx,
  context: Context,
  row: EnrolmentRow,
  action: string,
  detail: Record<string, unknown>,
) {
  const [place] = await tx.execute<{ unit_id: string }>(
    sql`select unit_id from person where id = ${row.personId}`,
  )
  await audit(tx, context, {
    action,
    subjectKind: 'enrolment',
    subjectId: row.id,
    unitId: place?.unit_id ?? null,
    detail: { personId: row.personId, ...detail },
  })
}

import type { Tx } from '../../../server/db/connect.ts'
import { publish } from '../../../server/events.ts'
import { newId } from '../../../server/ids.ts'
import type { EnrolmentChange } from '../model/enrolment-state.ts'
import { enrolmentEvent } from './schema.ts'

/** Who did it and when; `actorId` is null when nobody did it by hand. */
export type Act = { at: Date; actorId: string | null }

export type LoggedChange = {
  enrolment: { id: string; personId: string; courseId: string }
  change: EnrolmentChange
  detail?: Record<string, unknown>
}

/** Keeps what happened to enrolments and tells the other slices, in the transaction of the change. */
export async function logChanges(tx: Tx, act: Act, changes: readonly LoggedChange[]) {
  // One statement holds 65,535 values at most.
  for (let from = 0; from < changes.length; from += 5000) {
    const batch = changes.slice(from, from + 5000)
    await tx.insert(enrolmentEvent).values(
      batch.map(({ enrolment, change, detail }) => ({
        id: newId(),
        enrolmentId: enrolment.id,
        at: act.at,
        type: change,
        actorId: act.actorId,
        detail: detail ?? {},
      })),
    )
    await publish(
      tx,
      ...batch.map(({ enrolment, change }) => ({
        type: 'EnrolmentChanged' as const,
        enrolmentId: enrolment.id,
        personId: enrolment.personId,
        courseId: enrolment.courseId,
        change,
      })),
    )
  }
}

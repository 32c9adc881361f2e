import type { Params } from 'react-router'
import type { AttemptId, EnrolmentId } from '../../../contract/primitives.ts'

/** The server refuses what is no id. */
export const idsOf = (params: Readonly<Params>) => ({
  enrolmentId: (params.enrolmentId ?? '') as EnrolmentId,
  attemptId: (params.attemptId ?? '') as AttemptId,
})

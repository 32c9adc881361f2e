import { attemptId as attemptIdSchema } from '../../../contract/primitives.ts'
import type { Attempt } from './store.ts'

/** A submitted attempt as the contract shows it; null while it is open. */
export function resultOf({ id, number, submittedAt, scoreShare, passed, marks }: Attempt) {
  if (!submittedAt || scoreShare === null || passed === null) return null
  const points = (marks ?? []).reduce((sum, mark) => sum + mark.points, 0)
  const pointsPossible = (marks ?? []).reduce((sum, mark) => sum + mark.pointsPossible, 0)
  return {
    attemptId: attemptIdSchema.parse(id),
    number,
    submittedAt: submittedAt.toISOString(),
    points: Math.round(points * 100) / 100,
    pointsPossible,
    share: scoreShare,
    passed,
  }
}

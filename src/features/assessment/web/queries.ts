import type { AttemptId, EnrolmentId, Language } from '../../../contract/primitives.ts'
import { api } from '../../../web/api.ts'

export const assessmentQueries = {
  overview: (enrolmentId: EnrolmentId, language: Language) =>
    api.assessment.overview.queryOptions({ input: { enrolmentId, language }, staleTime: 0 }),
  /** Read once on opening: from then on the screen knows more than the server. */
  paper: (enrolmentId: EnrolmentId, attemptId: AttemptId, language: Language) =>
    api.assessment.paper.queryOptions({
      input: { enrolmentId, attemptId, language },
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
    }),
  review: (enrolmentId: EnrolmentId, attemptId: AttemptId, language: Language) =>
    api.assessment.review.queryOptions({ input: { enrolmentId, attemptId, language } }),
}

import { paths } from '../../../web/paths.ts'

/** Pages of one attempt. `question` counts from 1; `check` is the last look before handing in. */
export const quizPaths = {
  attempt: (enrolmentId: string, attemptId: string, question?: number | 'check') =>
    `${paths.quiz(enrolmentId)}/${attemptId}${question ? `?question=${question}` : ''}`,
  result: (enrolmentId: string, attemptId: string) =>
    `${paths.quiz(enrolmentId)}/${attemptId}/result`,
}

export { completeIfDone } from './complete.ts'
export { type Act, logChanges } from './enrolment-log.ts'
export { changeDueDate, endEnrolment, enrolPeople, lockEnrolment } from './enrolment-store.ts'
export { assignmentPlace, enrolmentPlace, groupPlace } from './places.ts'
export { type QuizResult, recordQuizResult } from './quiz-result.ts'
export {
  assignment,
  enrolment,
  enrolmentEvent,
  groupMember,
  learningGroup,
  lessonProgress,
} from './schema.ts'

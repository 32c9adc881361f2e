import { assignmentHandlers } from './assignment-handlers.ts'
import { enrolmentHandlers } from './enrolment-handlers.ts'
import { groupHandlers } from './group-handlers.ts'
import { homeHandlers } from './home-view.ts'
import { noteHandlers } from './note-handlers.ts'
import { progressHandlers } from './progress-handlers.ts'

export const learningHandlers = {
  ...enrolmentHandlers,
  ...progressHandlers,
  ...homeHandlers,
  ...noteHandlers,
  ...assignmentHandlers,
  ...groupHandlers,
}

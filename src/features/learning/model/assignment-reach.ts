import { addDays } from './due-state.ts'

export type AssignmentTerms = {
  createdOn: string
  dueOn: string | null
  dueDaysAfterJoining: number | null
}

/**
 * The due date an assignment gives somebody. Who was there when it was made has its date. Who joins later
 * has the days counted from joining, or its date if that is still ahead: nobody begins overdue.
 * @param joinedOn civil date the person came to the unit she is in
 */
export function dueDateFor(assignment: AssignmentTerms, joinedOn: string): string | null {
  if (joinedOn <= assignment.createdOn) return assignment.dueOn
  if (assignment.dueDaysAfterJoining !== null)
    return addDays(joinedOn, assignment.dueDaysAfterJoining)
  return assignment.dueOn !== null && assignment.dueOn > joinedOn ? assignment.dueOn : null
}

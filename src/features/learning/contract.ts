import { assignmentProcedures } from './contract/assignments.ts'
import { enrolmentProcedures } from './contract/enrolment.ts'
import { groupProcedures } from './contract/groups.ts'
import { homeProcedures } from './contract/home.ts'
import { noteProcedures } from './contract/notes.ts'
import { playerProcedures } from './contract/player.ts'
import { progressProcedures } from './contract/progress.ts'

export const learning = {
  ...enrolmentProcedures,
  ...playerProcedures,
  ...progressProcedures,
  ...homeProcedures,
  ...noteProcedures,
  ...assignmentProcedures,
  ...groupProcedures,
}

import type { Tour } from '../../../../contract/tour.ts'
import { administratorHelp } from './administrator.ts'
import { auditorHelp } from './auditor.ts'
import { learnerHelp } from './learner.ts'
import { managerHelp } from './manager.ts'
import { ownerHelp } from './owner.ts'
import type { RoleHelp } from './role-help.ts'
import { trainerHelp } from './trainer.ts'
import { trainingOfficerHelp } from './training-officer.ts'

/** One page for each role that has pages of its own, in the order of the list. */
export const helpByRole: Record<Tour, RoleHelp> = {
  learner: learnerHelp,
  trainer: trainerHelp,
  'training-officer': trainingOfficerHelp,
  manager: managerHelp,
  owner: ownerHelp,
  auditor: auditorHelp,
  administrator: administratorHelp,
}

// Typed as keys of the record above, which TypeScript keeps complete.
export const helpRoles = Object.keys(helpByRole) as Tour[]

import { peopleImportPlace, personPlace } from '../features/identity/server/public.ts'
import { assignmentPlace, enrolmentPlace, groupPlace } from '../features/learning/server/public.ts'
import { unitPlace } from '../features/organisation/server/public.ts'
import type { SubjectResolvers } from './authorise.ts'

/** Where each kind of thing belongs: one line a kind. */
export const subjects: SubjectResolvers = {
  unit: unitPlace,
  person: personPlace,
  group: groupPlace,
  enrolment: enrolmentPlace,
  assignment: assignmentPlace,
  peopleImport: peopleImportPlace,
}

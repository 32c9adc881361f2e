import { importProcedures } from './contract/imports.ts'
import { meProcedures } from './contract/me.ts'
import { peopleProcedures } from './contract/people.ts'
import { sessionProcedures } from './contract/session.ts'

export const identity = {
  ...sessionProcedures,
  ...meProcedures,
  ...peopleProcedures,
  ...importProcedures,
}

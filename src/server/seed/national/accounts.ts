import type { Role } from '../../../contract/permission.ts'

/** Names before the @, as in the demonstration region, but of people in Hungary. */
export const nationalAccounts: {
  name: string
  role: Role
  /** Code of the office of work. */
  office: string
  on: 'office' | 'country'
  jobRole: string
  given: string
  family: string
}[] = [
  account('clerk', 'learner', 'C18-09', 'office', 'one-stop-shop-clerk', 'Kovács', 'Eszter'),
  account('trainer', 'trainer', 'C18', 'country', 'general-clerk', 'Németh', 'Ildikó'),
  account('manager', 'manager', 'C18', 'office', 'head', 'Takács', 'Gábor'),
  account('officer', 'training-officer', 'C18', 'country', 'general-clerk', 'Juhász', 'Mónika'),
  account('author', 'author', 'C18', 'country', 'general-clerk', 'Simon', 'Judit'),
  account('examiner', 'examiner', 'C18', 'country', 'head', 'Balogh', 'Attila'),
  account('caller', 'caller', 'C18', 'country', 'general-clerk', 'Rácz', 'Katalin'),
  account('owner', 'owner', 'C18', 'country', 'head', 'Farkas', 'Zoltán'),
  account('auditor', 'auditor', 'C18', 'country', 'inspector', 'Fekete', 'Ágnes'),
  account('admin', 'administrator', 'C18', 'country', 'general-clerk', 'Molnár', 'Tamás'),
]

function account(
  name: string,
  role: Role,
  office: string,
  on: 'office' | 'country',
  jobRole: string,
  family: string,
  given: string,
) {
  return { name, role, office, on, jobRole, given, family }
}

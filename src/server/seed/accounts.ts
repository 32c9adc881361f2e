import type { Role } from '../../contract/permission.ts'

/** Demonstration accounts: name before the @, role, where they work and on what the role is granted. */
export const accounts: {
  name: string
  role: Role
  office: string
  on: 'office' | 'county' | 'region' | 'country' | 'both'
  jobRole: string
  given: string
  family: string
}[] = [
  {
    name: 'clerk',
    role: 'learner',
    office: '0610033',
    on: 'office',
    jobRole: 'one-stop-shop-clerk',
    given: 'Anna',
    family: 'Wrona',
  },
  {
    name: 'trainer',
    role: 'trainer',
    office: '0610',
    on: 'region',
    jobRole: 'general-clerk',
    given: 'Marek',
    family: 'Sawa',
  },
  {
    name: 'manager',
    role: 'manager',
    office: '0610',
    on: 'county',
    jobRole: 'head',
    given: 'Barbara',
    family: 'Skiba',
  },
  {
    name: 'officer',
    role: 'training-officer',
    office: '0610',
    on: 'region',
    jobRole: 'general-clerk',
    given: 'Ewa',
    family: 'Górecka',
  },
  {
    name: 'author',
    role: 'author',
    office: '0610',
    on: 'region',
    jobRole: 'general-clerk',
    given: 'Joanna',
    family: 'Mazur',
  },
  {
    name: 'examiner',
    role: 'examiner',
    office: '0610',
    on: 'region',
    jobRole: 'head',
    given: 'Piotr',
    family: 'Pawlak',
  },
  {
    name: 'caller',
    role: 'caller',
    office: '0610',
    on: 'region',
    jobRole: 'general-clerk',
    given: 'Renata',
    family: 'Pyć',
  },
  {
    name: 'owner',
    role: 'owner',
    office: '0610',
    on: 'region',
    jobRole: 'head',
    given: 'Krzysztof',
    family: 'Zawadzki',
  },
  {
    name: 'auditor',
    role: 'auditor',
    office: '0610',
    on: 'region',
    jobRole: 'inspector',
    given: 'Dorota',
    family: 'Flis',
  },
  {
    name: 'admin',
    role: 'administrator',
    office: '0610',
    on: 'both',
    jobRole: 'general-clerk',
    given: 'Tomasz',
    family: 'Gajda',
  },
  {
    name: 'clerk.hu',
    role: 'learner',
    office: 'C18-09',
    on: 'office',
    jobRole: 'one-stop-shop-clerk',
    given: 'Eszter',
    family: 'Kovács',
  },
  {
    name: 'trainer.hu',
    role: 'trainer',
    office: 'C18',
    on: 'country',
    jobRole: 'general-clerk',
    given: 'Ildikó',
    family: 'Németh',
  },
  {
    name: 'manager.hu',
    role: 'manager',
    office: 'C18',
    on: 'office',
    jobRole: 'head',
    given: 'Gábor',
    family: 'Takács',
  },
  {
    name: 'officer.hu',
    role: 'training-officer',
    office: 'C18',
    on: 'country',
    jobRole: 'general-clerk',
    given: 'Mónika',
    family: 'Juhász',
  },
]

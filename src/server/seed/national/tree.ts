import { pathLabel } from '../../ids.ts'
import type { Chance } from '../chance.ts'
import { openedOn, readHungarianRegister, type SeedUnit } from '../units.ts'

/** One county government office with what stands below it, itself first. */
export type County = {
  office: SeedUnit
  districts: SeedUnit[]
  departments: Map<string, SeedUnit[]>
}
export type NationalTree = { country: SeedUnit; counties: County[] }

const departmentNames = {
  'government-office': [
    'Kormányablak Főosztály',
    'Hatósági Főosztály',
    'Humánpolitikai Főosztály',
    'Pénzügyi és Gazdálkodási Főosztály',
  ],
  'district-office': ['Kormányablak Osztály', 'Hatósági és Gyámügyi Osztály'],
} as const

/** Hungary: 20 county government offices, 197 district offices, departments in each. */
export function buildNationalTree(chance: Chance): NationalTree {
  const born = new Date(`${openedOn}T08:00:00Z`)
  const add = (
    parent: SeedUnit | null,
    kind: SeedUnit['kind'],
    name: string,
    shortName = name,
    code: string | null = null,
  ): SeedUnit => {
    const id = chance.id(born)
    const path = parent ? `${parent.path}.${pathLabel(id)}` : pathLabel(id)
    const place = { id, parentId: parent?.id ?? null, path }
    return { ...place, kind, municipalityType: null, country: 'hu', name, shortName, code }
  }
  const country = add(null, 'country', 'Magyarország', 'Magyarország', 'HU')
  const register = readHungarianRegister()
  const counties = register
    .filter(({ kind }) => kind === 'government office')
    .map((row): County => {
      const office = add(country, 'government-office', row.office_name_hu, row.county, row.code)
      const districts = register
        .filter(({ parent_code }) => parent_code === row.code)
        .map(({ office_name_hu: name, code }) =>
          add(office, 'district-office', name, name.replace(`${office.name} `, ''), code),
        )
      const departments = new Map(
        [office, ...districts].map((unit) => {
          const names = departmentNames[unit === office ? 'government-office' : 'district-office']
          return [unit.id, names.map((name) => add(unit, 'department', name))]
        }),
      )
      return { office, districts, departments }
    })
  return { country, counties }
}

/** Parents before children. */
export const unitsOf = ({ country, counties }: NationalTree): SeedUnit[] => [
  country,
  ...counties.flatMap(({ office, districts, departments }) => [
    office,
    ...districts,
    ...[...departments.values()].flat(),
  ]),
]

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import {
  isOfficeKind,
  type MunicipalityType,
  type UnitKind,
} from '../../features/organisation/model/unit-kind.ts'
import { pathLabel } from '../ids.ts'
import type { Chance } from './chance.ts'

export type SeedUnit = {
  id: string
  parentId: string | null
  path: string
  kind: UnitKind
  municipalityType: MunicipalityType | null
  country: 'pl' | 'hu'
  name: string
  shortName: string
  code: string | null
}

type RegisterRow = Record<
  'teryt' | 'kind' | 'office_name_pl' | 'unit_name' | 'county_teryt' | 'county',
  string
>
type HungarianRow = Record<'code' | 'kind' | 'office_name_hu' | 'parent_code' | 'county', string>

const registers = join(import.meta.dirname, '../../features/organisation/data')
const readCsv = <Row>(name: string): Row[] =>
  parse(readFileSync(join(registers, name)), { columns: true, bom: true }) as Row[] // columns are the file's first line
/** County government offices, each before its district offices. */
export const readHungarianRegister = () => readCsv<HungarianRow>('units-hu.csv')

const municipalityTypes: Record<string, MunicipalityType> = {
  'urban municipality': 'urban',
  'urban-rural municipality': 'urban-rural',
  'rural municipality': 'rural',
  'city with county rights': 'city',
}

export const openedOn = '2008-01-01'
const officesWanted = 137

export type SeedTree = {
  units: SeedUnit[]
  region: SeedUnit
  country: SeedUnit
  offices: SeedUnit[]
}

/** Lublin's region with 137 offices, and Veszprém county with its ten district offices. Parents come before children. */
export function buildUnits(chance: Chance): SeedTree {
  const born = new Date(`${openedOn}T08:00:00Z`)
  const units: SeedUnit[] = []
  const add = (
    parent: SeedUnit | null,
    given: Omit<SeedUnit, 'id' | 'parentId' | 'path'>,
  ): SeedUnit => {
    const id = chance.id(born)
    const path = parent ? `${parent.path}.${pathLabel(id)}` : pathLabel(id)
    const unit = { id, parentId: parent?.id ?? null, path, ...given }
    units.push(unit)
    return unit
  }
  const plain = { municipalityType: null, code: null }

  const region = add(null, {
    ...plain,
    kind: 'region',
    country: 'pl',
    name: 'Województwo lubelskie',
    shortName: 'Lubelskie',
    code: '06',
  })
  const rows = readCsv<RegisterRow>('units-pl-lubelskie.csv')
  const counties = new Map(
    rows
      .filter(({ kind }) => kind === 'county')
      .map((row) => {
        const name = `Powiat ${row.county}`
        return [
          row.teryt,
          add(region, { ...plain, kind: 'county', country: 'pl', name, shortName: name }),
        ] as const
      }),
  )
  for (const row of chooseOffices(rows)) {
    const isCounty = row.kind === 'county'
    add(counties.get(isCounty ? row.teryt : row.county_teryt) ?? region, {
      kind: isCounty ? 'county-office' : 'municipal-office',
      municipalityType: municipalityTypes[row.kind] ?? null,
      country: 'pl',
      name: isCounty ? row.office_name_pl.replace(' – powiat ', ' – ') : row.office_name_pl,
      shortName: isCounty ? `Starostwo – ${row.county}` : row.unit_name,
      code: row.teryt,
    })
  }

  const country = add(null, {
    ...plain,
    kind: 'country',
    country: 'hu',
    name: 'Magyarország',
    shortName: 'Magyarország',
    code: 'HU',
  })
  const hungarian = readHungarianRegister().filter(({ county }) => county === 'Veszprém')
  const [government] = hungarian
  if (!government) throw new Error('units-hu.csv lacks Veszprém')
  const office = add(country, {
    ...plain,
    kind: 'government-office',
    country: 'hu',
    name: government.office_name_hu,
    shortName: 'Veszprém',
    code: government.code,
  })
  for (const row of hungarian.slice(1))
    add(office, {
      ...plain,
      kind: 'district-office',
      country: 'hu',
      name: row.office_name_hu,
      shortName: row.office_name_hu.replace(`${government.office_name_hu} `, ''),
      code: row.code,
    })
  return { units, region, country, offices: units.filter(({ kind }) => isOfficeKind(kind)) }
}

/** All county offices, cities and towns, then rural communes in turn from each county, until there are 137. */
function chooseOffices(rows: RegisterRow[]): RegisterRow[] {
  const rural = rows.filter(({ kind }) => kind === 'rural municipality')
  const chosen = new Set(rows.filter(({ kind }) => kind !== 'rural municipality'))
  const countyCodes = [...new Set(rural.map(({ county_teryt }) => county_teryt))]
  for (let turn = 0; chosen.size < officesWanted; turn += 1)
    for (const code of countyCodes) {
      const next = rural.filter(({ county_teryt }) => county_teryt === code)[turn]
      if (next && chosen.size < officesWanted) chosen.add(next)
    }
  return rows.filter((row) => chosen.has(row))
}

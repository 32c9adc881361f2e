import { addDays, civil } from '../calendar.ts'
import type { Chance } from '../chance.ts'
import { asciiName, drawName, type PersonName } from '../names.ts'
import type { SeedGrant, SeedPerson } from '../people.ts'
import type { SeedUnit } from '../units.ts'
import { nationalAccounts } from './accounts.ts'
import type { County, NationalTree } from './tree.ts'

export type CountyPeople = { county: County; people: SeedPerson[]; trainers: SeedPerson[] }
export type NationalPeople = {
  counties: CountyPeople[]
  accounts: Map<string, SeedPerson>
  grants: SeedGrant[]
}

/** Officials of all offices; a county government office has about six times the people of a district office. */
export function buildNationalPeople(
  tree: NationalTree,
  officials: number,
  today: Date,
  chance: Chance,
): NationalPeople {
  const names = new Map<string, number>()
  let count = 0
  const add = (
    office: SeedUnit,
    unit: SeedUnit,
    name: PersonName,
    jobRole: string,
    account?: string,
  ): SeedPerson => {
    const hired = addDays(today, -chance.between(780, 9000))
    count += 1
    const domain = account
      ? 'demo.officina.test'
      : `${asciiName(office.shortName).slice(0, 40)}.officina.test`
    return {
      id: chance.id(hired),
      externalId: `HU-${String(count).padStart(7, '0')}`,
      name,
      email: account ? `${account}@${domain}` : free(names, asciiName(name.display), domain),
      language: 'hu',
      unit,
      office,
      jobRole,
      hiredOn: civil(hired),
      isNew: false,
      hasPassword: account !== undefined,
      before: null,
    }
  }

  const accounts = new Map<string, SeedPerson>()
  const grants: SeedGrant[] = []
  const offices = tree.counties.flatMap(({ office, districts }) => [office, ...districts])
  for (const { name, role, office: code, on, jobRole, given, family } of nationalAccounts) {
    const office = offices.find((each) => each.code === code)
    if (!office) throw new Error(`no office ${code} for ${name}`)
    const display = `${family} ${given}`
    const person = add(office, office, { given, family, display, sort: display }, jobRole, name)
    accounts.set(name, person)
    if (role !== 'learner')
      grants.push({
        personId: person.id,
        role,
        unitId: on === 'office' ? office.id : tree.country.id,
      })
  }

  const weights = offices.map(
    ({ kind }) => (kind === 'government-office' ? 6 : 1) * (0.6 + 0.8 * chance.share()),
  )
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const spare = officials - accounts.size
  const sizes = weights.map((weight) => Math.floor((spare * weight) / sum))
  const short = spare - sizes.reduce((all, size) => all + size, 0)
  for (let index = 0; index < short; index += 1) sizes[index] = (sizes[index] ?? 0) + 1
  const sizeOf = new Map(offices.map(({ id }, index) => [id, sizes[index] ?? 0]))

  const counties = tree.counties.map((county): CountyPeople => {
    const own = [county.office, ...county.districts]
    const people = own.flatMap((office) => {
      const departments = county.departments.get(office.id) ?? []
      return Array.from({ length: sizeOf.get(office.id) ?? 0 }, () => {
        const unit = chance.happens(0.92) ? chance.pick(departments) : office
        return add(office, unit, drawName('hu', chance), drawJobRole(unit, chance))
      })
    })
    const trainers = chance.shuffled(people.filter(({ jobRole }) => jobRole === 'general-clerk'))
    const chosen = trainers.slice(0, 2)
    for (const { id } of chosen)
      grants.push({ personId: id, role: 'trainer', unitId: county.office.id })
    const here = [...accounts.values()].filter(({ office }) => own.includes(office))
    return { county, people: [...here, ...people], trainers: chosen }
  })
  return { counties, accounts, grants }
}

/** A second person of a name in one office has a 2 in the address. */
function free(names: Map<string, number>, name: string, domain: string): string {
  const nth = (names.get(`${name}@${domain}`) ?? 0) + 1
  names.set(`${name}@${domain}`, nth)
  return `${name}${nth === 1 ? '' : nth}@${domain}`
}

function drawJobRole({ name }: SeedUnit, chance: Chance): string {
  if (name.startsWith('Kormányablak')) return chance.happens(0.9) ? 'one-stop-shop-clerk' : 'head'
  const share = chance.share()
  if (share < 0.15) return 'one-stop-shop-clerk'
  if (share < 0.75) return 'general-clerk'
  return share < 0.92 ? 'inspector' : 'head'
}

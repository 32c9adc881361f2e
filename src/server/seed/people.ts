import type { Role } from '../../contract/permission.ts'
import { pathLabel } from '../ids.ts'
import { accounts } from './accounts.ts'
import { addDays, civil, workingDay } from './calendar.ts'
import type { Chance } from './chance.ts'
import { asciiName, drawName, type PersonName } from './names.ts'
import { openedOn, type SeedTree, type SeedUnit } from './units.ts'

export type SeedPerson = {
  id: string
  externalId: string
  name: PersonName
  email: string
  language: 'en' | 'pl' | 'hu'
  unit: SeedUnit
  /** The office the unit belongs to. */
  office: SeedUnit
  jobRole: string
  hiredOn: string
  /** Came in the last two years. */
  isNew: boolean
  hasPassword: boolean
  /** Where the person worked before, until a day. */
  before: { unitId: string; until: string } | null
}
export type SeedGrant = { personId: string; role: Role; unitId: string }
export type SeedPeople = {
  people: SeedPerson[]
  departments: SeedUnit[]
  grants: SeedGrant[]
  accounts: Map<string, SeedPerson>
  /** Who leads groups in a country; the demonstration's trainer is the first. */
  trainers: Record<'pl' | 'hu', readonly SeedPerson[]>
}

const polishPeople = 1425
const hungarianPeople = 128

const departmentNames = {
  pl: [
    'Punkt Obsługi Mieszkańców',
    'Referat Organizacyjny i Spraw Obywatelskich',
    'Referat Finansowy',
  ],
  hu: ['Kormányablak Osztály', 'Hatósági és Gyámügyi Osztály'],
} as const

/** Exactly 1,425 people in the 137 Lublin offices and 128 in Veszprém; more in bigger offices. */
export function buildPeople(tree: SeedTree, today: Date, chance: Chance): SeedPeople {
  const departments: SeedUnit[] = []
  const people: SeedPerson[] = []
  const emails = new Set<string>()
  const polish = tree.offices.filter(({ country }) => country === 'pl')
  const hungarian = tree.offices.filter(({ country }) => country === 'hu')
  const byAccount = new Map<string, SeedPerson>()

  const add = (
    office: SeedUnit,
    unit: SeedUnit,
    name: PersonName,
    jobRole: string,
    account?: string,
  ) => {
    // One in twelve came lately; accounts of the demonstration have been there for long.
    const isNew = !account && chance.happens(0.08)
    const hired = addDays(today, -(isNew ? chance.between(20, 700) : chance.between(780, 9000)))
    const base = account ? account : `${asciiName(`${name.given} ${name.family}`)}`
    const domain = account
      ? 'demo.officina.test'
      : `${asciiName(office.shortName).slice(0, 40)}.officina.test`
    let email = `${base}@${domain}`
    for (let again = 2; emails.has(email); again += 1) email = `${base}${again}@${domain}`
    emails.add(email)
    const person: SeedPerson = {
      id: chance.id(hired),
      externalId: `${office.country.toUpperCase()}-${String(people.length + 1).padStart(6, '0')}`,
      name,
      email,
      language: office.country,
      unit,
      office,
      jobRole,
      hiredOn: civil(hired),
      isNew,
      hasPassword: account !== undefined,
      before: null,
    }
    people.push(person)
    return person
  }

  for (const { name, office: code, jobRole, given, family } of accounts) {
    const office = tree.offices.find((each) => each.code === code)
    if (!office) throw new Error(`no office ${code} for ${name}`)
    const display = office.country === 'hu' ? `${family} ${given}` : `${given} ${family}`
    byAccount.set(
      name,
      add(office, office, { given, family, display, sort: `${family} ${given}` }, jobRole, name),
    )
  }
  for (const [offices, total] of [
    [polish, polishPeople],
    [hungarian, hungarianPeople],
  ] as const) {
    const already = people.filter(({ office }) => offices.includes(office)).length
    const sizes = officeSizes(offices, total - already, chance)
    for (const [index, office] of offices.entries()) {
      const size = sizes[index] ?? 0
      const own = size >= 14 ? departmentsOf(office, chance) : []
      departments.push(...own)
      for (let nth = 0; nth < size; nth += 1) {
        const unit = own.length > 0 && chance.happens(0.85) ? chance.pick(own) : office
        add(office, unit, drawName(office.country, chance), drawJobRole(unit, chance))
      }
    }
  }
  transferSome(people, today, chance)
  const trainers = {
    pl: trainersOf('pl', people, byAccount, chance),
    hu: trainersOf('hu', people, byAccount, chance),
  }
  const grants = [
    ...grantsOf(tree, byAccount),
    ...trainers.pl
      .slice(1)
      .map(({ id }) => ({ personId: id, role: 'trainer' as const, unitId: tree.region.id })),
  ]
  return { people, departments, grants, accounts: byAccount, trainers }
}

/** The account's trainer, and in the bigger country three colleagues from the offices. */
function trainersOf(
  country: 'pl' | 'hu',
  people: readonly SeedPerson[],
  byAccount: Map<string, SeedPerson>,
  chance: Chance,
): SeedPerson[] {
  const own = byAccount.get(country === 'pl' ? 'trainer' : 'trainer.hu')
  if (!own) throw new Error(`no trainer's account for ${country}`)
  const colleagues = people.filter(
    (each) =>
      each.office.country === country &&
      each.jobRole === 'general-clerk' &&
      !each.isNew &&
      !each.hasPassword,
  )
  return country === 'hu' ? [own] : [own, ...chance.shuffled(colleagues).slice(0, 3)]
}

/** Two in a hundred worked in a neighbouring office until some months ago. */
function transferSome(people: readonly SeedPerson[], today: Date, chance: Chance) {
  for (const person of people) {
    if (person.isNew || person.hasPassword || !chance.happens(0.02)) continue
    const neighbours = people.filter(
      ({ office }) => office.parentId === person.office.parentId && office !== person.office,
    )
    if (neighbours.length === 0) continue
    const until = civil(workingDay(addDays(today, -chance.between(30, 600))))
    person.before = { unitId: chance.pick(neighbours).office.id, until }
  }
}

/** Shares of `total` by weight, each at least 4, adding up exactly. */
function officeSizes(offices: readonly SeedUnit[], total: number, chance: Chance): number[] {
  const weights = offices.map((office) => weightOf(office) * (0.7 + 0.6 * chance.share()))
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const least = 4
  const spare = total - least * offices.length
  const sizes = weights.map((weight) => least + Math.floor((spare * weight) / sum))
  let left = total - sizes.reduce((all, size) => all + size, 0)
  for (let index = 0; left > 0; index = (index + 1) % sizes.length, left -= 1)
    sizes[index] = (sizes[index] ?? 0) + 1
  return sizes
}

function weightOf({ kind, municipalityType, code }: SeedUnit): number {
  // The office of the demonstration's clerk has departments to look into.
  if (code === '0610033') return 4
  if (municipalityType === 'city') return 5
  if (kind === 'county-office' || kind === 'government-office') return 3
  if (municipalityType === 'urban') return 2.4
  return municipalityType === 'urban-rural' ? 1.6 : 1
}

function departmentsOf(office: SeedUnit, chance: Chance): SeedUnit[] {
  return departmentNames[office.country].map((name) => {
    const id = chance.id(new Date(`${openedOn}T09:00:00Z`))
    const path = `${office.path}.${pathLabel(id)}`
    return {
      id,
      parentId: office.id,
      path,
      kind: 'department',
      municipalityType: null,
      country: office.country,
      name,
      shortName: name,
      code: null,
    }
  })
}

function drawJobRole(unit: SeedUnit, chance: Chance): string {
  const atCounter = unit.name === departmentNames.pl[0] || unit.name === departmentNames.hu[0]
  if (atCounter) return chance.happens(0.85) ? 'one-stop-shop-clerk' : 'head'
  const share = chance.share()
  if (share < 0.3) return 'one-stop-shop-clerk'
  if (share < 0.8) return 'general-clerk'
  return share < 0.92 ? 'inspector' : 'head'
}

function grantsOf(
  { region, country, units }: SeedTree,
  byAccount: Map<string, SeedPerson>,
): SeedGrant[] {
  return accounts.flatMap(({ name, role, on }): SeedGrant[] => {
    const person = byAccount.get(name)
    if (!person || role === 'learner') return []
    const county = units.find(({ id }) => id === person.office.parentId)
    const places = {
      office: [person.office],
      county: [county ?? person.office],
      region: [region],
      country: [country],
      both: [region, country],
    }
    return places[on].map(({ id }) => ({ personId: person.id, role, unitId: id }))
  })
}

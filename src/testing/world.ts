import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { contract } from '../contract/index.ts'
import { type Role, roles } from '../contract/permission.ts'
import { createSessionFor } from '../features/identity/server/public.ts'
import { consumers } from '../server/consumers.ts'
import type { Db } from '../server/db/connect.ts'
import { drainOutbox } from '../server/events.ts'
import { newId, pathLabel } from '../server/ids.ts'
import { createTestApp, timeZone } from './app.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

export type TestPerson = { id: string; email: string; unitId: string; cookie: string }
export type TestUnit = { id: string; path: string; name: string }
export type TestClient = ContractRouterClient<typeof contract>

/** A migrated and empty database to build in, and where its dashboards read when not from itself. */
type Given = { database: TestDatabase; readDb: Db }

/**
 * A database of its own with a small administration:
 * region → county A { office A1 { department A1a }, office A2 }, county B { office B1 }.
 * One person a role, in office A1, with the role granted on county A (learners hold none).
 */
export async function createWorld(start = '2026-11-18T09:00:00Z', given?: Given) {
  const database = given?.database ?? (await createTestDatabase())
  let now = new Date(start)
  const clock = () => now
  const app = await createTestApp(database, clock, given?.readDb)
  const units = await insertUnits(database)

  const addPerson = async (at: {
    unit: TestUnit
    name?: string
    role?: Role
    on?: TestUnit
    language?: string
    jobRole?: string
  }) => {
    const id = newId()
    const [given = 'Anna', family = 'Mazur'] = (at.name ?? 'Anna Mazur').split(' ')
    const email = `${id}@test.officina.test`
    const { sql } = database
    await sql`insert into person (id, given_name, family_name, display_name, sort_name, email, email_verified, language, unit_id, job_role)
      values (${id}, ${given}, ${family}, ${`${given} ${family}`}, ${`${family} ${given}`}, ${email}, true,
        ${at.language ?? 'en'}, ${at.unit.id}, ${at.jobRole ?? 'general-clerk'})`
    await sql`insert into person_placement (id, person_id, unit_id, valid_from)
      values (${newId()}, ${id}, ${at.unit.id}, '2025-01-01')`
    if (at.role)
      await sql`insert into role_grant (id, person_id, role, unit_id, valid_from)
        values (${newId()}, ${id}, ${at.role}, ${(at.on ?? at.unit).id}, '2025-01-01')`
    const cookie = await createSessionFor(database.db, id)
    return { id, email, unitId: at.unit.id, cookie } satisfies TestPerson
  }

  const byRole = new Map<Role, TestPerson>()
  for (const role of roles)
    byRole.set(role, await addPerson({ unit: units.officeA1, role, on: units.countyA }))

  return {
    ...database,
    app,
    units,
    addPerson,
    /** The person who holds the role on county A. */
    as: (role: Role): TestPerson => {
      const person = byRole.get(role)
      if (!person) throw new Error(`no person for role ${role}`)
      return person
    },
    clientAs: (person: TestPerson | null) => clientOver(app, person),
    clock,
    timeZone,
    setNow: (instant: string) => {
      now = new Date(instant)
    },
    /** Lets every consumer of events catch up. */
    drain: () => drainOutbox(database.db, consumers, { clock, timeZone }),
  }
}

export type World = Awaited<ReturnType<typeof createWorld>>

/** The browser's typed client, over the app instead of a network. */
export function clientOver(
  app: (request: Request) => Promise<Response>,
  person: TestPerson | null,
): TestClient {
  const link = new RPCLink({
    url: 'http://officina.test/rpc',
    headers: { origin: 'http://officina.test', ...(person ? { cookie: person.cookie } : {}) },
    fetch: (request) => app(request),
  })
  return createORPCClient(link)
}

async function insertUnits({ sql }: TestDatabase) {
  const insert = async (name: string, kind: string, parent: TestUnit | null): Promise<TestUnit> => {
    const id = newId()
    const path = parent ? `${parent.path}.${pathLabel(id)}` : pathLabel(id)
    const isOffice = kind === 'municipal-office' || kind === 'county-office'
    await sql`insert into unit (id, parent_id, path, kind, municipality_type, country, name, short_name, is_office, opened_on)
      values (${id}, ${parent?.id ?? null}, ${path}, ${kind}, ${kind === 'municipal-office' ? 'rural' : null}, 'pl', ${name}, ${name}, ${isOffice}, '2020-01-01')`
    await sql`insert into unit_placement (id, unit_id, parent_id, path, name, valid_from)
      values (${newId()}, ${id}, ${parent?.id ?? null}, ${path}, ${name}, '2020-01-01')`
    return { id, path, name }
  }
  const region = await insert('Region', 'region', null)
  const countyA = await insert('County A', 'county', region)
  const officeA1 = await insert('Office A1', 'municipal-office', countyA)
  const departmentA1a = await insert('Department A1a', 'department', officeA1)
  const officeA2 = await insert('Office A2', 'municipal-office', countyA)
  const countyB = await insert('County B', 'county', region)
  const officeB1 = await insert('Office B1', 'municipal-office', countyB)
  return { region, countyA, officeA1, departmentA1a, officeA2, countyB, officeB1 }
}

import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { courseId as courseIdSchema, unitId } from '../contract/primitives.ts'
import { createTestApp } from '../testing/app.ts'
import { insertCourse } from '../testing/courses.ts'
import {
  clientOver,
  createWorld,
  type TestClient,
  type TestPerson,
  type TestUnit,
  type World,
} from '../testing/world.ts'
import { type ChangeFeed, followChanges } from './db/change-feed.ts'
import { newId, pathLabel } from './ids.ts'
import { createMemory } from './memory.ts'

type Subject = { person: TestPerson; unit: TestUnit; courseId: string; courseVersionId: string }

let world: World
/** Two processes on one database, each with a memory and a feed of its own. */
const servers: { app: (request: Request) => Promise<Response>; feed: ChangeFeed }[] = []

beforeAll(async () => {
  world = await createWorld()
  for (let server = 0; server < 2; server += 1) {
    const memory = createMemory(() => feed.isLive())
    const feed = followChanges(world.url, {
      onChange: memory.forget,
      onGap: () => memory.forget(),
    })
    servers.push({ app: await createTestApp(world, world.clock, world.db, memory), feed })
  }
  while (!servers.every(({ feed }) => feed.isLive())) await pause(20)
})
afterAll(async () => {
  for (const { feed } of servers) await feed.close()
  await world.close()
})

const me = (client: TestClient) => client.identity.me()
const roles = async (client: TestClient) => (await me(client))?.roles ?? null
const mayReadUnit = (client: TestClient, { unit }: Subject) =>
  client.reporting
    .dashboard({ unitId: unitId.parse(unit.id), language: 'en' })
    .then(() => true)
    .catch((error: { code?: string }) => error.code)
const page = (client: TestClient, { courseId }: Subject) =>
  client.catalogue.course({ courseId: courseIdSchema.parse(courseId), language: 'en' })

const below = (unit: TestUnit, id: string) => `${unit.path}.${pathLabel(id)}`

async function addUnit(): Promise<TestUnit> {
  const { countyA } = world.units
  const id = newId()
  const path = below(countyA, id)
  await world.sql`insert into unit (id, parent_id, path, kind, country, name, short_name, is_office, opened_on)
    values (${id}, ${countyA.id}, ${path}, 'department', 'pl', 'Unit', 'Unit', false, '2020-01-01')`
  return { id, path, name: 'Unit' }
}

type Case = {
  what: string
  change: (of: Subject) => Promise<unknown>
  ask: (client: TestClient, of: Subject) => Promise<unknown>
  before: unknown
  after: unknown
}

/** One a trigger of migration 0009, or a column it names. */
const cases: Case[] = [
  {
    what: 'a session that ended',
    change: ({ person }) => world.sql`delete from auth_session where person_id = ${person.id}`,
    ask: async (client) => (await me(client)) !== null,
    before: true,
    after: false,
  },
  {
    what: 'a session whose end was brought forward',
    change: ({ person }) =>
      world.sql`update auth_session set expires_at = '2026-11-01' where person_id = ${person.id}`,
    ask: async (client) => (await me(client)) !== null,
    before: true,
    after: false,
  },
  {
    what: 'a session whose token was changed',
    change: ({ person }) =>
      world.sql`update auth_session set token = ${newId()} where person_id = ${person.id}`,
    ask: async (client) => (await me(client)) !== null,
    before: true,
    after: false,
  },
  {
    what: 'a person who was deactivated',
    change: ({ person }) => world.sql`update person set active = false where id = ${person.id}`,
    ask: async (client) => (await me(client)) !== null,
    before: true,
    after: false,
  },
  {
    what: 'a language that was changed',
    change: ({ person }) => world.sql`update person set language = 'hu' where id = ${person.id}`,
    ask: async (client) => (await me(client))?.person.language,
    before: 'en',
    after: 'hu',
  },
  {
    what: 'a role that was given',
    change: ({ person }) => world.sql`
      insert into role_grant (id, person_id, role, unit_id, valid_from)
      values (${newId()}, ${person.id}, 'trainer', ${world.units.countyA.id}, '2025-01-01')`,
    ask: roles,
    before: ['manager'],
    after: ['manager', 'trainer'],
  },
  {
    what: 'a role that was ended',
    change: ({ person }) =>
      world.sql`update role_grant set valid_to = '2026-11-01' where person_id = ${person.id}`,
    ask: mayReadUnit,
    before: true,
    after: 'FORBIDDEN',
  },
  {
    what: 'a role that was removed',
    change: ({ person }) => world.sql`delete from role_grant where person_id = ${person.id}`,
    ask: mayReadUnit,
    before: true,
    after: 'FORBIDDEN',
  },
  {
    // Who keeps where her role is looks for the unit where it was.
    what: 'a unit that was moved',
    change: ({ unit }) => world.sql`
      update unit set parent_id = ${world.units.countyB.id}, path = ${below(world.units.countyB, unit.id)}
      where id = ${unit.id}`,
    ask: mayReadUnit,
    before: true,
    after: true,
  },
  {
    what: 'a course that was renamed',
    change: ({ courseId }) =>
      world.sql`update course set title = '{"en":"Renamed"}' where id = ${courseId}`,
    ask: async (client, of) => (await page(client, of)).title === 'Renamed',
    before: false,
    after: true,
  },
  {
    what: 'a course that was revised',
    change: ({ courseVersionId }) => world.sql`
      update course_version set facts = jsonb_set(facts, '{introduction,en}', '"Revised"')
      where id = ${courseVersionId}`,
    ask: async (client, of) => JSON.stringify(await page(client, of)).includes('Revised'),
    before: false,
    after: true,
  },
]

describe('another process shows at once', () => {
  test.each(cases)('$what', async ({ change, ask, before, after }) => {
    const unit = await addUnit()
    const person = await world.addPerson({ unit: world.units.officeA1, role: 'manager', on: unit })
    const subject = { person, unit, ...(await insertCourse(world.sql)) }
    const askAll = () =>
      Promise.all(servers.map(({ app }) => ask(clientOver(app, person), subject)))
    // Asked until it is kept: what was told of her coming may still be on its way.
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await askAll()).toEqual([before, before])
      await pause(50)
    }
    await change(subject)
    await expect.poll(askAll, { timeout: 10_000 }).toEqual([after, after])
  })
})

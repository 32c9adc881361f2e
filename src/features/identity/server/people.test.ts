import { afterAll, beforeAll, expect, test } from 'vitest'
import { drainOutbox } from '../../../server/events.ts'
import { createWorld, type TestPerson, type World } from '../../../testing/world.ts'
import { identityConsumers } from './consumers.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : null
const refusal = (attempt: Promise<unknown>) => attempt.then(() => 'allowed', codeOf)
const admin = () => world.clientAs(world.as('administrator'))

test('me is null for nobody and tells who is signed in', async () => {
  expect(await world.clientAs(null).identity.me()).toBeNull()
  const manager = world.as('manager')
  const me = await world.clientAs(manager).identity.me()
  expect(me).toMatchObject({
    person: {
      id: manager.id,
      initials: 'AM',
      unitName: 'Office A1',
      appearance: { theme: 'system' },
    },
    roles: ['manager'],
    demo: false,
  })
  expect(me?.permissions).toContain('progress.read')
})

test('keeps language and appearance with the profile', async () => {
  const person = await world.addPerson({ unit: world.units.officeA1 })
  const client = world.clientAs(person)
  const appearance = { version: 1, theme: 'dark', textSize: 'large' } as const
  expect(await client.identity.profile.change({ language: 'hu', appearance })).toEqual({
    language: 'hu',
    appearance,
  })
  expect((await client.identity.me())?.person).toMatchObject({ language: 'hu', appearance })
})

test('a tour is closed once for all devices, each role by itself', async () => {
  const person = await world.addPerson({ unit: world.units.officeA1 })
  const client = world.clientAs(person)
  const seen = async () => (await world.clientAs(person).identity.me())?.toursSeen
  expect(await seen()).toEqual([])
  expect(await client.identity.tours.close({ tour: 'manager' })).toEqual({ toursSeen: ['manager'] })
  await Promise.all([1, 2].map(() => client.identity.tours.close({ tour: 'learner' })))
  expect(await seen()).toEqual(['manager', 'learner'])
  expect((await world.clientAs(world.as('manager')).identity.me())?.toursSeen).toEqual([])
})

test('lists people without regard to accents, by unit and role, page after page in Polish order', async () => {
  const { countyB, officeB1 } = world.units
  const owner = await world.addPerson({
    unit: officeB1,
    role: 'administrator',
    on: countyB,
    name: 'Zofia Zych',
  })
  for (const name of ['Łucja Łapa', 'Lena Lis', 'Michał Mazur', 'Ćwirko Ćma', 'Celina Cis'])
    await world.addPerson({ unit: officeB1, name })
  const { people } = world.clientAs(owner).identity
  const all = await people.list({})
  expect(all.rows.map(({ displayName }) => displayName)).toEqual([
    'Celina Cis',
    'Ćwirko Ćma',
    'Lena Lis',
    'Łucja Łapa',
    'Michał Mazur',
    'Zofia Zych',
  ])
  expect(all.count).toBe(6)
  const paged: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof people.list>> = await people.list({
      limit: 2,
      ...(after ? { after } : {}),
    })
    paged.push(...page.rows.map(({ displayName }) => displayName))
    after = page.next
  } while (after)
  expect(paged).toEqual(all.rows.map(({ displayName }) => displayName))
  const found = async (input: Parameters<typeof people.list>[0]) =>
    (await people.list(input)).rows.map(({ displayName }) => displayName)
  expect(await found({ search: 'lucja LAPA' })).toEqual(['Łucja Łapa'])
  expect(await found({ search: '%' })).toEqual([])
  expect(await found({ role: 'administrator' })).toEqual(['Zofia Zych'])
  expect(await found({ unitId: world.units.officeA1.id })).toEqual([])
  expect(await found({ state: 'inactive' })).toEqual([])
})

test('a page key that we did not write is refused, not answered with a fault of ours', async () => {
  expect(await refusal(admin().identity.people.list({ after: 'nonsense' }))).toBe('BAD_REQUEST')
  const withNul = Buffer.from(JSON.stringify(['\0', crypto.randomUUID()])).toString('base64url')
  expect(await refusal(admin().identity.people.list({ after: withNul }))).toBe('BAD_REQUEST')
})

test('shows a person to who may see her, and nobody else', async () => {
  const { officeA2, officeB1 } = world.units
  const near = await world.addPerson({ unit: officeA2, role: 'trainer' })
  const far = await world.addPerson({ unit: officeB1 })
  const page = await admin().identity.people.get({ personId: near.id })
  expect(page).toMatchObject({
    person: { id: near.id, unitName: 'Office A2', roles: ['trainer'] },
    placements: [{ unitName: 'Office A2', lastDay: null }],
    grants: [{ role: 'trainer', state: 'in-force', mayEnd: true }],
    may: { manage: true, grant: true },
  })
  expect(await refusal(admin().identity.people.get({ personId: far.id }))).toBe('FORBIDDEN')
  expect(await refusal(world.clientAs(near).identity.people.get({ personId: near.id }))).toBe(
    'FORBIDDEN',
  )
})

test('adds one person, tells others, and invites her when asked', async () => {
  const { officeA2, officeB1 } = world.units
  const { people } = admin().identity
  const ewa = {
    givenName: 'Ewa',
    familyName: 'Nowa',
    email: 'Ewa.Nowa@Office.test ',
    unitId: officeA2.id,
    language: 'pl',
    jobRole: 'Referent',
    externalId: 'PL-77',
    hiredOn: '2026-11-02',
    invite: true,
  } as const
  const { personId } = await people.add(ewa)
  expect(await people.get({ personId })).toMatchObject({
    person: { displayName: 'Ewa Nowa', email: 'ewa.nowa@office.test', jobRole: 'general-clerk' },
    placements: [{ unitName: 'Office A2', from: '2026-11-02', lastDay: null }],
  })
  const facts = await world.sql`
    select type, payload->>'template' as template from outbox where payload->>'personId' = ${personId} order by id`
  expect(facts.map(({ type, template }) => template ?? type)).toEqual([
    'PersonJoinedUnit',
    'invitation',
  ])
  expect(await refusal(people.add({ ...ewa, externalId: null }))).toBe('EMAIL_TAKEN')
  expect(await refusal(people.add({ ...ewa, email: 'other@office.test' }))).toBe(
    'EXTERNAL_ID_TAKEN',
  )
  const another = { ...ewa, email: 'another@office.test', externalId: null }
  expect(await refusal(people.add({ ...another, hiredOn: '2026-11-19' }))).toBe('HIRED_LATER')
  expect(await refusal(people.add({ ...another, unitId: officeB1.id }))).toBe('FORBIDDEN')
  await people.deactivate({ personId, reason: 'Added by mistake' })
})

test('deactivating ends the session at once, is told to others, and can be undone', async () => {
  const person = await world.addPerson({ unit: world.units.officeA2 })
  await admin().identity.people.deactivate({ personId: person.id, reason: 'Left the service' })
  expect(await world.clientAs(person).identity.me()).toBeNull()
  expect(await openPlacements(person)).toBe(0)
  await admin().identity.people.reactivate({ personId: person.id })
  expect(await openPlacements(person)).toBe(1)
  const facts =
    await world.sql`select type from outbox where payload->>'personId' = ${person.id} order by id`
  expect(facts.map(({ type }) => type)).toEqual(['PersonDeactivated', 'PersonJoinedUnit'])
  const record =
    await world.sql`select action from audit where subject_id = ${person.id} order by id`
  expect(record.map(({ action }) => action)).toEqual(['person.deactivated', 'person.reactivated'])
})

test('an account whose roles reach further than the administrator’s is not hers to open or close', async () => {
  const { officeA2, countyB, region } = world.units
  for (const on of [region, countyB]) {
    const { id: personId } = await world.addPerson({ unit: officeA2, role: 'administrator', on })
    const { people } = admin().identity
    expect(await refusal(people.invite({ personId }))).toBe('FORBIDDEN')
    expect(await refusal(people.deactivate({ personId, reason: 'x' }))).toBe('FORBIDDEN')
    expect((await people.get({ personId })).may.manage).toBe(false)
    await world.sql`update role_grant set valid_to = '2026-11-18' where person_id = ${personId}`
    expect(await refusal(people.invite({ personId }))).toBe('allowed')
  }
})

test('nobody deactivates herself', async () => {
  const { id } = world.as('administrator')
  expect(await refusal(admin().identity.people.deactivate({ personId: id, reason: 'x' }))).toBe(
    'ONESELF',
  )
})

test('grants a role from a day until a day, within reach only', async () => {
  const { officeA1, officeA2, region, officeB1 } = world.units
  const person = await world.addPerson({ unit: officeA2 })
  const grant = {
    personId: person.id,
    role: 'trainer',
    from: '2026-11-18',
    lastDay: null,
    reason: 'Autumn groups',
  } as const
  const { roles } = admin().identity
  const { grantId } = await roles.grant({ ...grant, unitId: officeA2.id })
  expect((await world.clientAs(person).identity.me())?.roles).toEqual(['trainer'])
  expect(await refusal(roles.grant({ ...grant, unitId: officeA2.id }))).toBe('ALREADY_GRANTED')
  expect(await refusal(roles.grant({ ...grant, unitId: region.id }))).toBe('FORBIDDEN')
  expect(await refusal(roles.grant({ ...grant, unitId: officeB1.id }))).toBe('FORBIDDEN')
  expect(await refusal(roles.grant({ ...grant, unitId: officeA1.id, lastDay: '2026-11-17' }))).toBe(
    'DATES_CROSSED',
  )
  const stranger = await world.addPerson({ unit: officeB1 })
  expect(await refusal(roles.grant({ ...grant, personId: stranger.id, unitId: officeA2.id }))).toBe(
    'FORBIDDEN',
  )
  await roles.end({ grantId, reason: 'Groups are over' })
  expect((await world.clientAs(person).identity.me())?.roles).toEqual([])
  expect(await refusal(roles.end({ grantId, reason: 'again' }))).toBe('ALREADY_ENDED')
})

test('a role holds from its first day to its last', async () => {
  const person = await world.addPerson({ unit: world.units.officeA1 })
  await admin().identity.roles.grant({
    personId: person.id,
    unitId: world.units.officeA1.id,
    role: 'manager',
    from: '2026-11-20',
    lastDay: '2026-11-21',
    reason: 'Stands in',
  })
  const rolesOn = async (day: string) => {
    world.setNow(`${day}T11:00:00Z`)
    return (await world.clientAs(person).identity.me())?.roles
  }
  expect(await rolesOn('2026-11-19')).toEqual([])
  expect(await rolesOn('2026-11-20')).toEqual(['manager'])
  expect(await rolesOn('2026-11-21')).toEqual(['manager'])
  expect(await rolesOn('2026-11-22')).toEqual([])
  world.setNow('2026-11-18T09:00:00Z')
})

test('the last administrator stays, two of them cannot end each other at once', async () => {
  const other = await createWorld()
  const { countyA, officeA1 } = other.units
  const first = other.as('administrator')
  const page = await other.clientAs(first).identity.people.get({ personId: first.id })
  const own = page.grants.find(({ role }) => role === 'administrator')?.id ?? ''
  expect(
    await refusal(other.clientAs(first).identity.roles.end({ grantId: own, reason: 'x' })),
  ).toBe('LAST_ADMINISTRATOR')
  const second = await other.addPerson({ unit: officeA1, role: 'administrator', on: countyA })
  const outcomes = await Promise.all([
    refusal(other.clientAs(first).identity.people.deactivate({ personId: second.id, reason: 'x' })),
    refusal(other.clientAs(second).identity.people.deactivate({ personId: first.id, reason: 'x' })),
  ])
  expect(outcomes.filter((outcome) => outcome === 'allowed')).toHaveLength(1)
  await other.close()
})

test('invites with a link that sets the first password', async () => {
  const person = await world.addPerson({ unit: world.units.officeA1 })
  expect(await admin().identity.people.invite({ personId: person.id })).toEqual({
    sentTo: person.email,
  })
  const [mail] = await world.sql`select payload from outbox
    where type = 'MailRequested' and payload->>'personId' = ${person.id}`
  const link = new URL(mail?.payload.data.link)
  const response = await world.app(
    new Request('http://officina.test/api/auth/reset-password', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://officina.test' },
      body: JSON.stringify({
        token: link.searchParams.get('token'),
        newPassword: 'a kettle on the stove',
      }),
    }),
  )
  expect(response.status).toBe(200)
})

test('only the newest invitation opens an account, and none once it is closed', async () => {
  const person = await world.addPerson({ unit: world.units.officeA1 })
  const good = async () => {
    const links = await world.sql`select id from auth_verification where value = ${person.id}`
    return links.length
  }
  const { people } = admin().identity
  await people.invite({ personId: person.id })
  await people.invite({ personId: person.id })
  expect(await good()).toBe(1)
  await people.deactivate({ personId: person.id, reason: 'x' })
  expect(await good()).toBe(0)
})

test('tells who sees me and who exported me, from the permissions the server enforces', async () => {
  const { officeA1, countyA, officeB1 } = world.units
  const learner = await world.addPerson({ unit: officeA1 })
  const manager = world.as('manager')
  await world.sql`insert into export_log (id, at, person_id, what, unit_id, row_count, format) values
    (gen_random_uuid(), '2026-11-01', ${manager.id}, 'overdue', ${countyA.id}, 40, 'xlsx'),
    (gen_random_uuid(), '2026-11-02', ${manager.id}, 'overdue', ${officeB1.id}, 4, 'csv')`
  const { viewers, exports } = await world.clientAs(learner).identity.whoSeesMe()
  const roles = new Set(viewers.map(({ role }) => role))
  expect([...roles].sort()).toEqual([
    'administrator',
    'auditor',
    'manager',
    'trainer',
    'training-officer',
  ])
  expect(viewers.find(({ personId }) => personId === manager.id)?.permissions).toContain(
    'progress.read',
  )
  expect(exports).toMatchObject([
    { by: 'Anna Mazur', unitName: 'County A', rowCount: 40, format: 'xlsx' },
  ])
})

test('lists my sessions and ends one or all others', async () => {
  const person = await world.addPerson({ unit: world.units.officeA1 })
  const { createSessionFor } = await import('./public.ts')
  const second = { ...person, cookie: await createSessionFor(world.db, person.id) }
  await createSessionFor(world.db, person.id)
  const { security } = world.clientAs(person).identity
  const { sessions } = await security.overview()
  expect(sessions.map(({ current }) => current).filter(Boolean)).toHaveLength(1)
  expect(sessions).toHaveLength(3)
  expect(await security.endOtherSessions()).toEqual({ ended: 2 })
  expect(await world.clientAs(second).identity.me()).toBeNull()
  const stranger = world.as('manager')
  const [mine] = (await security.overview()).sessions
  expect(
    await world.clientAs(stranger).identity.security.endSession({ sessionId: mine?.id ?? '' }),
  ).toEqual({ ended: 0 })
})

test('sets up an empty installation once, by the printed link', async () => {
  const { createFirstAdministratorLink } = await import('./public.ts')
  const other = await createWorld()
  expect(
    await createFirstAdministratorLink(other.db, 'http://officina.test', other.clock()),
  ).toBeNull()
  // A role that ended, or one of somebody who left, administers nothing any more.
  await other.sql`update role_grant set valid_to = '2026-11-18' where unit_id = ${other.units.countyA.id}`
  const left = await other.addPerson({ unit: other.units.officeA1, role: 'administrator' })
  await other.sql`update person set active = false where id = ${left.id}`
  const link = await createFirstAdministratorLink(other.db, 'http://officina.test', other.clock())
  const token = new URL(link ?? '').searchParams.get('token') ?? ''
  const { setUp } = other.clientAs(null).identity
  expect(await setUp.status({ token })).toEqual({ open: true, hasRoot: true })
  expect(await setUp.status({ token: 'guess' })).toMatchObject({ open: false })
  const first = {
    token,
    givenName: 'Ewa',
    familyName: 'Sawa',
    email: 'Ewa@office.test',
    password: 'lantern in the meadow',
    language: 'pl',
    organisation: null,
    country: 'pl',
  } as const
  expect(await refusal(setUp.complete({ ...first, password: 'password1234' }))).toBe(
    'PASSWORD_REFUSED',
  )
  expect(await refusal(setUp.complete({ ...first, token: 'guess' }))).toBe('LINK_NOT_GOOD')
  const { personId } = await setUp.complete(first)
  expect(await refusal(setUp.complete(first))).toBe('LINK_NOT_GOOD')
  const [grant] = await other.sql`select role from role_grant where person_id = ${personId}`
  expect(grant?.role).toBe('administrator')
  await other.close()
})

test('people and roles follow a unit that is merged', async () => {
  const other = await createWorld('2026-11-18T23:30:00Z')
  const { officeA1, officeA2 } = other.units
  const person = await other.addPerson({ unit: officeA2, role: 'trainer' })
  await other.sql`insert into outbox (type, payload) values
    ('UnitMerged', ${other.sql.json({ unitId: officeA2.id, intoId: officeA1.id })})`
  await drainOutbox(other.db, identityConsumers, other)
  const page = await other
    .clientAs(other.as('administrator'))
    .identity.people.get({ personId: person.id })
  expect(page.person.unitName).toBe('Office A1')
  // Half past midnight in Warsaw: the installation's day counts, not the database's.
  expect(page.placements).toMatchObject([{ unitName: 'Office A1', from: '2026-11-19' }, {}])
  expect(page.grants.filter(({ state }) => state === 'in-force')).toMatchObject([
    { unitName: 'Office A1' },
  ])
  await other.close()
})

async function openPlacements({ id }: TestPerson) {
  const rows =
    await world.sql`select from person_placement where person_id = ${id} and valid_to is null`
  return rows.length
}

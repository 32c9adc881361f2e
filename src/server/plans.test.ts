import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuth, createSessionFor, resolveSession } from '../features/identity/server/public.ts'
import { testSecret } from '../testing/app.ts'
import { createTestDatabase, type TestDatabase } from '../testing/database.ts'
import { callProcedure, listProcedures } from '../testing/procedures.ts'
import { createApp } from './app.ts'
import type { Db } from './db/connect.ts'
import { createMemory } from './memory.ts'
import { seedNational } from './seed/national/seed-national.ts'

/** They grow with people, or with what people do. */
const growing = [
  'person',
  'person_placement',
  'enrolment',
  'enrolment_event',
  'lesson_progress',
  'progress_receipt',
  'quiz_attempt',
  'quiz_answer',
  'group_member',
  'note',
  'mail',
  'audit',
  'auth_session',
  'reporting_enrolment',
  'reporting_person',
]

const mostQueriesOfAPage = 3
/** How many mails there are in each state is counted over all of them: an administrator's page, seldom opened. */
const countsAll = ['notifications.mails']

const language = 'hu'
const nothing = '0190a000-0000-7000-8000-000000000000'
type Account = 'clerk' | 'trainer' | 'manager' | 'owner' | 'admin' | 'officer'
type Subjects = Record<
  'unit' | 'county' | 'person' | 'group' | 'enrolment' | 'attempt' | 'version',
  string
>

/** Who asks for what: each procedure that reads, as a screen asks. */
const asked: Record<string, [Account, (of: Subjects) => object]> = {
  'identity.me': ['clerk', () => ({})],
  'identity.signInOptions': ['clerk', () => ({})],
  'identity.setUp.status': ['clerk', () => ({ token: 'x'.repeat(32) })],
  'identity.profile.get': ['clerk', () => ({})],
  'identity.security.overview': ['clerk', () => ({})],
  'identity.whoSeesMe': ['clerk', () => ({})],
  'identity.reach': ['manager', () => ({ permission: 'reports.read' })],
  'identity.people.list': ['admin', () => ({ search: 'kovacs eszter' })],
  'identity.people.get': ['admin', ({ person }) => ({ personId: person })],
  'identity.imports.list': ['admin', () => ({})],
  'identity.imports.get': ['admin', () => ({ importId: nothing })],
  'identity.imports.faults': ['admin', () => ({ importId: nothing })],
  'identity.imports.faultFile': ['admin', () => ({ importId: nothing })],
  'organisation.tree': ['admin', ({ unit }) => ({ parentId: unit, depth: 2 })],
  'organisation.unit': ['admin', ({ unit }) => ({ unitId: unit })],
  'catalogue.search': ['clerk', () => ({ language, query: 'ugyfel' })],
  'catalogue.course': ['clerk', () => ({ courseId: 'client-service', language })],
  'catalogue.lessonDocument': [
    'clerk',
    ({ version }) => ({ courseVersionId: version, lessonKey: 'opening', language }),
  ],
  'learning.courseEnrolment': ['clerk', () => ({ courseId: 'client-service' })],
  'learning.player': ['clerk', ({ enrolment }) => ({ enrolmentId: enrolment, language })],
  'learning.lesson': [
    'clerk',
    ({ enrolment }) => ({ enrolmentId: enrolment, lessonKey: 'opening' }),
  ],
  'learning.home': ['clerk', () => ({ language })],
  'learning.notes': ['clerk', () => ({ courseId: 'client-service' })],
  'learning.exportNotes': [
    'clerk',
    () => ({ courseId: 'client-service', language, format: 'markdown' }),
  ],
  'learning.assignments': ['officer', () => ({ language })],
  'learning.assignmentChoices': ['officer', () => ({ language })],
  'learning.previewAssignment': [
    'officer',
    ({ unit }) => ({ courseId: 'client-service', unitId: unit }),
  ],
  'learning.groups': ['trainer', () => ({ language })],
  'learning.group': ['trainer', ({ group }) => ({ groupId: group, language })],
  'learning.groupChoices': ['trainer', () => ({ language })],
  'learning.groupCandidates': ['trainer', ({ group }) => ({ groupId: group, query: 'nagy' })],
  'assessment.overview': ['clerk', ({ enrolment }) => ({ enrolmentId: enrolment, language })],
  'assessment.paper': [
    'clerk',
    ({ enrolment, attempt }) => ({ enrolmentId: enrolment, attemptId: attempt, language }),
  ],
  'assessment.review': [
    'clerk',
    ({ enrolment, attempt }) => ({ enrolmentId: enrolment, attemptId: attempt, language }),
  ],
  'assessment.questionStatistics': ['trainer', ({ group }) => ({ groupId: group, language })],
  'notifications.mails': ['admin', () => ({})],
  'notifications.mail': ['admin', () => ({ mailId: nothing })],
  'upkeep.backups': ['admin', () => ({})],
  'reporting.myUnits': ['manager', () => ({})],
  'reporting.dashboard': ['owner', ({ unit }) => ({ unitId: unit, language })],
  'reporting.units': ['owner', ({ unit }) => ({ unitId: unit, level: 'offices' })],
  'reporting.people': ['manager', ({ county }) => ({ unitId: county, language })],
  'reporting.annual': ['owner', ({ unit }) => ({ unitId: unit, year: 2026 })],
  'reporting.exportUnits': ['owner', ({ unit }) => ({ unitId: unit, format: 'csv', language })],
}

/** What the dataset has none of is looked for all the same. */
const refusedFor = new Map([
  ['identity.imports.get', 403],
  ['identity.imports.faults', 403],
  ['identity.imports.faultFile', 403],
  ['notifications.mail', 404],
])

let database: TestDatabase
let subjects: Subjects
let app: (request: Request) => Promise<Response>
let client: postgres.Sql
let heard: { query: string; parameters: unknown[] }[] = []
const cookies = new Map<string, string>()

beforeAll(async () => {
  database = await createTestDatabase()
  const now = new Date('2026-11-20T12:00:00Z')
  await seedNational(database, { now, officials: 1200 })
  client = postgres(database.url, { max: 4, onnotice: () => {} })
  const db: Db = drizzle(client, {
    logger: { logQuery: (query, parameters) => heard.push({ query, parameters }) },
  })
  const publicUrl = 'http://officina.test'
  const timeZone = 'Europe/Budapest'
  const memory = createMemory(() => true)
  const clock = () => now
  createAuth({ db: database.db, secret: testSecret, publicUrl, oidc: null })
  app = createApp({
    db,
    readDb: db,
    memory,
    clock,
    config: { timeZone, publicUrl, demo: true, oidc: null, hasMailServer: false },
    log: {
      info: () => {},
      warn: () => {},
      error: (fields, message) => console.error(message, fields),
    },
    authHandler: async () => new Response(),
    resolveSession: (request) =>
      resolveSession(database.sql, request, testSecret, clock, { timeZone, publicUrl, memory }),
  })
  for (const name of new Set(Object.values(asked).map(([account]) => account))) {
    const [person] = await database.sql<{ id: string }[]>`
      select id from person where email = ${`${name}@demo.officina.test`}`
    cookies.set(name, await createSessionFor(database.db, person?.id ?? '', { secret: testSecret }))
  }
  subjects = await findSubjects()
}, 180_000)
afterAll(async () => {
  await client.end()
  await database.close()
})

async function findSubjects(): Promise<Subjects> {
  const [found] = await database.sql<Subjects[]>`
    select (select id from unit where parent_id is null) as unit,
      (select g.unit_id from role_grant g join person m on m.id = g.person_id
        where m.email = 'manager@demo.officina.test' limit 1) as county, p.id as person, e.id as enrolment,
      (select group_id from group_member group by 1 order by count(*) desc limit 1) as "group",
      coalesce((select a.id from quiz_attempt a where a.enrolment_id = e.id and a.submitted_at is not null limit 1),
        ${nothing}) as attempt, e.course_version_id as version
    from person p join enrolment e on e.person_id = p.id
    where p.email = 'clerk@demo.officina.test' order by e.state limit 1`
  if (!found) throw new Error('the clerk of the dataset has no course')
  return found
}

test('every procedure that reads is asked here', () => {
  const reading = listProcedures().filter(({ method }) => method === 'GET')
  expect(Object.keys(asked).sort()).toEqual(reading.map(({ name }) => name).sort())
})

describe.each(Object.keys(asked))('%s', (name) => {
  test('reads tables that grow with people by an index, in few statements', async () => {
    const procedure = listProcedures().find((each) => each.name === name)
    const [account, input] = asked[name] ?? []
    if (!procedure || !account || !input) throw new Error(`no procedure ${name}`)
    const ask = () => callProcedure(app, procedure, input(subjects), cookies.get(account) ?? null)
    await ask()
    heard = []
    const { status, body } = await ask()
    const told = heard
    expect(refusedFor.get(name) ?? 200, JSON.stringify(body).slice(0, 300)).toBe(status)
    expect(told.length).toBeLessThanOrEqual(mostQueriesOfAPage)
    for (const { query, parameters } of told) {
      if (!/^\s*(select|with)\b/i.test(query)) continue
      if (!countsAll.includes(name)) expect(await scanned(query, parameters), query).toEqual([])
    }
  })
})

/** Growing tables the statement can only read as a whole: reading so was made dear, and is done all the same. */
async function scanned(query: string, parameters: unknown[]): Promise<string[]> {
  const plan = await database.sql.begin(async (tx) => {
    await tx`set local enable_seqscan = off`
    const [row] = await tx.unsafe(`explain (format json) ${query}`, parameters as never[])
    return row?.['QUERY PLAN']
  })
  const found: string[] = []
  const walk = (node: unknown) => {
    if (Array.isArray(node)) return node.forEach(walk)
    if (typeof node !== 'object' || node === null) return
    const { 'Node Type': type, 'Relation Name': table } = node as Record<string, unknown>
    if (type === 'Seq Scan' && growing.includes(String(table))) found.push(String(table))
    for (const child of Object.values(node)) walk(child)
  }
  walk(plan)
  return found
}

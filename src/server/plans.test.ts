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
    heard = []
    await ask()
    // What memory spares the second time is read by an index, too.
    const first = heard
    heard = []
    const { status, body } = await ask()
    const told = heard
    expect(refusedFor.get(name) ?? 200, JSON.stringify(body).slice(0, 300)).toBe(status)
    expect(told.length).toBeLessThanOrEqual(mostQueriesOfAPage)
    const found = new Set<string>()
    for (const { query, parameters } of [...first, ...told])
      if (/^\s*(select|with)\b/i.test(query))
        for (const each of await scanned(query, parameters)) found.add(each)
    const queries = told.map(({ query }) => query).join('\n')
    expect([...found], queries).toEqual([])
  })
})

/**
 * Growing tables the statement can only read as a whole, by themselves or by an index from end to end: reading so was
 * made dear, and is done all the same. Looked at with its parameters, and with the plan a connection keeps for any.
 */
async function scanned(query: string, parameters: unknown[]): Promise<string[]> {
  const plans = await database.sql.begin(async (tx) => {
    await tx`set local enable_seqscan = off`
    // Both would read a small table by its index from end to end rather than look up each row.
    await tx`set local enable_hashjoin = off`
    await tx`set local enable_mergejoin = off`
    await tx`set local plan_cache_mode = force_generic_plan`
    const values = parameters.length > 0 ? `(${parameters.map(() => 'null').join(', ')})` : ''
    await tx.unsafe(`prepare looked_at as ${query}`)
    const kept = await tx.unsafe(`explain (format json) execute looked_at${values}`)
    await tx`deallocate looked_at`
    // The driver's parameters are what the statement was asked with.
    const asAsked = await tx.unsafe(`explain (format json) ${query}`, parameters as never[])
    return [kept, asAsked].map(([row]) => row?.['QUERY PLAN'])
  })
  return [...new Set(plans.flatMap((plan) => wholeReads(plan)))]
}

/**
 * @param above the table whose rows a bitmap of an index is for
 * @param isCutShort a limit above ends the reading after some rows, in the order of the index
 */
function wholeReads(node: unknown, above = '', isCutShort = false): string[] {
  if (Array.isArray(node)) return node.flatMap((each) => wholeReads(each, above, isCutShort))
  if (typeof node !== 'object' || node === null) return []
  const plan = node as Record<string, unknown>
  const type = String(plan['Node Type'])
  const table = String(plan['Relation Name'] ?? above)
  const isByIndex = ['Index Scan', 'Index Only Scan', 'Bitmap Index Scan'].includes(type)
  const isWhole = type === 'Seq Scan' || (isByIndex && !('Index Cond' in plan) && !isCutShort)
  const below = type === 'Limit' || (isCutShort && !needsAll.has(type))
  return [
    ...(isWhole && growing.includes(table) ? [`${table} by ${type}`] : []),
    ...Object.values(plan).flatMap((each) => wholeReads(each, table, below)),
  ]
}

/** Gives nothing before it has everything. */
const needsAll = new Set([
  'Sort',
  'Aggregate',
  'Hash',
  'Materialize',
  'SetOp',
  'WindowAgg',
  'Bitmap Heap Scan',
])

test('a read of a whole table is found, whichever way it goes', async () => {
  for (const query of [
    'select * from person',
    'select count(*) from person',
    'select person_id from enrolment',
    'select id from person order by display_name limit 5',
    'select count(*) from (select id from person order by id) p',
  ])
    expect(await scanned(query, []), query).not.toEqual([])
  for (const query of [
    'select id from person order by id limit 5',
    `select id from person where id = '${nothing}'`,
  ])
    expect(await scanned(query, []), query).toEqual([])
})

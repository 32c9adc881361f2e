import { expect, type Page } from '@playwright/test'
import type { RouteObject } from 'react-router'
import { createServer } from 'vite'
import { tours } from '../src/contract/tour.ts'
import { type Account, emailOf } from './accounts.ts'
import { originOf, post, read } from './api.ts'

/** Every path of the app, read from the router itself, so that a new page cannot be missed. */
export async function allPaths(): Promise<string[]> {
  const vite = await createServer({
    server: { middlewareMode: true, watch: null, ws: false },
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
  })
  try {
    const { routes } = await vite.ssrLoadModule('/src/web/routes.tsx')
    const paths = (routes as RouteObject[]).flatMap((route) => pathsBelow(route, '')) // what the module exports
    return [...new Set(paths)].sort()
  } finally {
    await vite.close()
  }
}

/** Addresses of one route and below; a route that only frames others has none of its own. */
function pathsBelow(route: RouteObject, above: string): string[] {
  const path = [above, route.path].filter(Boolean).join('/')
  const below = (route.children ?? []).flatMap((child) => pathsBelow(child, path))
  return below.length > 0 ? below : [`/${path}`]
}

type Way = {
  /** Who opens the page; null: nobody signed in. */
  as: Account | null
  /** Real addresses of the route; absent: the path itself. */
  addresses?: (page: Page) => Promise<string[]>
}

/** Who learns for these pages, so that runs side by side leave each other's attempts alone. */
export type Learner = Extract<Account, 'officer' | 'caller' | 'owner'>

/** How to get to every route. A route that is not here fails the test that opens them all. */
export const waysTo = (learner: Learner): Record<string, Way> => ({
  '/': { as: learner },
  '/*': { as: learner, addresses: async () => ['/no-such-page'] },
  '/accessibility': { as: null },
  '/assignments': { as: 'officer' },
  '/catalogue': {
    as: learner,
    addresses: async () => ['/catalogue', '/catalogue?q=nothing-like-it'],
  },
  '/courses/:courseId': { as: learner, addresses: async () => [`/courses/${courseId}`] },
  '/dashboard': {
    as: 'manager',
    addresses: async () => ['/dashboard', '/dashboard?all=1&person-state=all'],
  },
  '/design': { as: null },
  '/forgotten-password': { as: null },
  '/groups': { as: 'trainer' },
  '/groups/new': { as: 'trainer' },
  '/groups/:groupId': { as: 'trainer', addresses: aGroup },
  '/help': { as: null },
  '/help/:role': { as: null, addresses: async () => tours.map((tour) => `/help/${tour}`) },
  '/learn/:enrolmentId/:lessonKey?': {
    as: learner,
    addresses: async (page) => {
      const course = `/learn/${await enrolment(page)}`
      return [course, `${course}/listening`, `${course}/handing-over?notes=1`]
    },
  },
  '/learn/:enrolmentId/quiz': {
    as: learner,
    addresses: async (page) => [`/learn/${await enrolment(page)}/quiz`],
  },
  '/learn/:enrolmentId/quiz/:attemptId': { as: learner, addresses: openAttempt },
  '/learn/:enrolmentId/quiz/:attemptId/result': { as: learner, addresses: handedInAttempt },
  '/mails': { as: 'admin' },
  '/mails/:mailId': { as: 'admin', addresses: aMail },
  '/me': { as: learner },
  '/me/appearance': { as: learner },
  '/me/security': { as: learner },
  '/me/who-sees-what': { as: learner },
  '/offices': { as: 'admin' },
  '/offices/:unitId': {
    as: 'admin',
    addresses: async (page) => {
      const { rows } = await read<{ rows: { unitId: string }[] }>(page, '/units?depth=2')
      return [rows[0], rows.at(-1)].map((row) => `/offices/${row?.unitId}`)
    },
  },
  '/people': { as: 'admin' },
  '/people/import': { as: 'admin' },
  '/people/new': { as: 'admin' },
  '/people/import/:importId': { as: 'admin', addresses: anImport },
  '/people/:personId': {
    as: 'admin',
    addresses: async (page) => {
      const { rows } = await read<{ rows: { id: string }[] }>(page, '/people?search=wrona')
      return [`/people/${rows[0]?.id}`]
    },
  },
  '/reset-password': {
    as: null,
    addresses: async () => ['/reset-password', '/reset-password?token=x&first'],
  },
  '/set-up': { as: null },
  '/sign-in': { as: null },
})

const courseId = 'client-service'

/** The signed-in person's enrolment; she enrols where she has none. */
async function enrolment(page: Page): Promise<string> {
  const path = `/courses/${courseId}/enrolment`
  const mine = await read<{ enrolment: { enrolmentId: string } | null }>(page, path)
  if (mine.enrolment) return mine.enrolment.enrolmentId
  return (await post<{ enrolmentId: string }>(page, path)).enrolmentId
}

async function startAttempt(page: Page, enrolmentId: string): Promise<string> {
  const quiz = await read<{ openAttemptId: string | null }>(
    page,
    `/enrolments/${enrolmentId}/quiz?language=en`,
  )
  if (quiz.openAttemptId) return quiz.openAttemptId
  const path = `/enrolments/${enrolmentId}/quiz/attempts`
  return (await post<{ attemptId: string }>(page, path)).attemptId
}

/** Each question of an open attempt, so that every type is seen, and the page before handing in. */
async function openAttempt(page: Page): Promise<string[]> {
  const enrolmentId = await enrolment(page)
  const attemptId = await startAttempt(page, enrolmentId)
  const { questions } = await read<{ questions: { question: { type: string } }[] }>(
    page,
    `/enrolments/${enrolmentId}/quiz/attempts/${attemptId}?language=en`,
  )
  const types = questions.map(({ question }) => question.type)
  const oneOfEach = [...new Set(types)].map((type) => types.indexOf(type) + 1)
  const address = `/learn/${enrolmentId}/quiz/${attemptId}`
  return [...oneOfEach, 'check'].map((place) => `${address}?question=${place}`)
}

async function handedInAttempt(page: Page): Promise<string[]> {
  const enrolmentId = await enrolment(page)
  const attemptId = await startAttempt(page, enrolmentId)
  await post(page, `/enrolments/${enrolmentId}/quiz/attempts/${attemptId}/submission`)
  return [`/learn/${enrolmentId}/quiz/${attemptId}/result`]
}

/** The first group has people who are stuck. */
async function aGroup(page: Page): Promise<string[]> {
  const { groups } = await read<{ groups: { groupId: string }[] }>(page, '/groups?language=en')
  return [`/groups/${groups[0]?.groupId}`]
}

async function aMail(page: Page): Promise<string[]> {
  await post(page, '/auth/request-password-reset', { email: emailOf('auditor') })
  const newest = async () => (await read<{ rows: { id: string }[] }>(page, '/mails')).rows[0]
  await expect.poll(newest).toBeDefined()
  const mail = await newest()
  return [`/mails/${mail?.id}`]
}

/** An import before its check, and one whose check found a fault. */
async function anImport(page: Page): Promise<string[]> {
  const [unit] = await read<{ id: string }[]>(page, '/me/reach?permission=people.import')
  const upload = async () => {
    const answer = await page.request.post('/api/people-imports', {
      headers: { origin: originOf(page) },
      multipart: {
        unitId: unit?.id ?? '',
        file: {
          name: 'people.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from('Imię;Nazwisko;E-mail;Urząd\nEwa;Nowak;not an address;Atlantis'),
        },
      },
    })
    expect(answer.ok(), `upload: ${answer.status()}`).toBe(true)
    return ((await answer.json()) as { importId: string }).importId // as the contract says
  }
  const [before, checked] = [await upload(), await upload()]
  const { mapping } = await read<{ mapping: object }>(page, `/people-imports/${checked}`)
  await post(page, `/people-imports/${checked}/check`, { mapping })
  return [`/people/import/${before}`, `/people/import/${checked}`]
}

import { randomUUID } from 'node:crypto'
import { responseTo } from '../response-to.ts'
import type { Cast } from './cast.ts'
import type { Ask } from './load.ts'

export type Page = { name: string; kind: 'read' | 'write' | 'export'; ask: Ask }

const language = 'hu'

/** What people do most, as the browser asks for it: one answer with what the view needs. */
export function pagesOf(cast: Cast): Page[] {
  const learner = inTurn(cast.learners)
  const quizTaker = inTurn(cast.quizTakers)
  const trainer = inTurn(cast.trainer.cookies)
  const manager = inTurn(cast.manager.cookies)
  const owner = inTurn(cast.owner.cookies)
  const officer = inTurn(cast.officer.cookies)
  const admin = inTurn(cast.admin.cookies)
  const account = inTurn(['clerk', 'trainer', 'manager', 'officer', 'owner', 'admin'].map(mailOf))
  const call = (procedure: string, cookie: string, input: unknown) => ({
    method: 'POST' as const,
    path: `/rpc/${procedure}`,
    cookie,
    body: { json: input },
  })
  const read = (name: string, ask: Ask): Page => ({ name, kind: 'read', ask })
  let sequence = 0
  return [
    read("clerk's home", () => call('learning/home', learner().cookie, { language })),
    read('course page', () => {
      const { cookie, courseId } = learner()
      return call('catalogue/course', cookie, { courseId, language })
    }),
    read('lesson: outline and place', () => {
      const { cookie, enrolmentId } = learner()
      return call('learning/player', cookie, { enrolmentId, language })
    }),
    read('lesson: text', () => {
      const { cookie, courseVersionId, lessonKey } = learner()
      return call('catalogue/lessonDocument', cookie, { courseVersionId, lessonKey, language })
    }),
    {
      name: 'save progress',
      kind: 'write',
      ask: () => {
        const { cookie, enrolmentId, lessonKey } = learner()
        const position = { block: 3, share: 0.5, read: 0.4 }
        const at = new Date().toISOString()
        const save = { id: randomUUID(), lessonKey, at, position, presentSeconds: 15 }
        return call('learning/saveProgress', cookie, { enrolmentId, saves: [save] })
      },
    },
    {
      name: 'answer a question',
      kind: 'write',
      ask: () => {
        const { cookie, enrolmentId, attemptId, questions } = quizTaker()
        sequence += 1
        const question = questions[sequence % questions.length]
        if (!question) throw new Error('a paper has no questions')
        return call('assessment/answer', cookie, {
          enrolmentId,
          attemptId,
          answerId: randomUUID(),
          questionKey: question.key,
          sequence,
          response: responseTo(question, sequence),
        })
      },
    },
    read('group matrix of 400', () =>
      call('learning/group', trainer(), { groupId: cast.trainer.groupId, language }),
    ),
    read("manager's dashboard of a county", () =>
      call('reporting/dashboard', manager(), { unitId: cast.manager.unitId, language }),
    ),
    read("owner's table of all offices", () =>
      call('reporting/units', owner(), { unitId: cast.owner.unitId, level: 'offices' }),
    ),
    read('search over all people', () =>
      call('identity/people/list', admin(), { search: 'kovacs eszter' }),
    ),
    {
      name: 'sign in',
      kind: 'write',
      ask: () => ({
        method: 'POST',
        path: '/api/auth/sign-in/email',
        body: { email: account(), password: 'officina-demo' },
      }),
    },
    {
      name: 'CSV export of all completions, 33,500 rows',
      kind: 'export',
      ask: () =>
        call('reporting/exportPeople', officer(), {
          unitId: cast.officer.unitId,
          state: 'completed',
          format: 'csv',
          language,
        }),
    },
  ]
}

const mailOf = (name: string) => `${name}@demo.officina.test`

/** One after the other, from the beginning again. */
function inTurn<Item>(items: readonly Item[]): () => Item {
  let next = 0
  return () => {
    const item = items[next++ % items.length]
    if (item === undefined) throw new Error('the dataset has nobody for this')
    return item
  }
}

import { rmSync } from 'node:fs'
import { createSessionFor } from '../../features/identity/server/public.ts'
import { readConfig } from '../../server/config.ts'
import { connect } from '../../server/db/connect.ts'
import { migrate } from '../../server/db/migrate.ts'
import { openDatabase } from '../../server/db/open.ts'
import { createLog } from '../../server/log.ts'
import { seedDemo } from '../../server/seed/demo.ts'
import { scratchFolder } from '../../testing/scratch-folder.ts'

/** A learner with a started course and an open quiz, signed in. */
export type CastLearner = {
  personId: string
  enrolmentId: string
  attemptId: string
  cookie: string
  /** The same person on many devices: what one session may ask for in a second is limited. */
  devices: string[]
  lessonKeys: string[]
  questions: { key: string; type: string; choiceIds: string[] }[]
}

export type Template = {
  /** A stopped DATA_DIR: never started itself, only copied. */
  dataDir: string
  secret: string
  learners: CastLearner[]
  remove: () => void
}

export const learnersWanted = 50

/** The demonstration region with fifty people in the middle of their course. */
export async function prepareTemplate(): Promise<Template> {
  const dataDir = scratchFolder('officina-faults-')
  try {
    const { secret } = readConfig({ DATA_DIR: dataDir })
    const database = await openDatabase({ dataDir, databaseUrl: undefined }, createLog('test'))
    const connection = connect(database.url)
    try {
      await migrate(connection.sql)
      await seedDemo(connection)
      const found = await openQuizzes(connection.sql)
      const signIn = (personId: string) =>
        createSessionFor(connection.db, personId, { secret, publicUrl: 'http://localhost' })
      const learners = await Promise.all(
        found.map(async (learner) => {
          const { personId } = learner
          const devices = await Promise.all(Array.from({ length: 12 }, () => signIn(personId)))
          return { ...learner, cookie: await signIn(personId), devices }
        }),
      )
      return {
        dataDir,
        secret,
        learners,
        remove: () => rmSync(dataDir, { recursive: true, force: true }),
      }
    } finally {
      await connection.close()
      await database.close()
    }
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true })
    throw error
  }
}

async function openQuizzes(sql: ReturnType<typeof connect>['sql']) {
  await sql`
    insert into quiz_attempt (id, enrolment_id, course_version_id, number, seed, paper, started_at, pass_mark)
    select gen_random_uuid(), e.id, e.course_version_id, 100, 1, model.paper, now(), model.pass_mark
    from (select * from enrolment where state = 'started' and course_id = 'client-service'
      order by md5(id::text) limit ${learnersWanted}) e
    cross join lateral (
      select paper, pass_mark from quiz_attempt a where a.course_version_id = e.course_version_id
      limit 1) model`
  // So that what a browser shows is found by its English words.
  await sql`
    update person set language = 'en' where id in (select e.person_id from quiz_attempt a
      join enrolment e on e.id = a.enrolment_id where a.submitted_at is null)`
  const rows = await sql<Omit<CastLearner, 'cookie' | 'devices'>[]>`
    select e.person_id as "personId", e.id as "enrolmentId", a.id as "attemptId",
      (select array_agg(l.lesson_key order by l.position) from lesson l
        where l.course_version_id = e.course_version_id) as "lessonKeys",
      (select json_agg(json_build_object('key', q->>'key', 'choiceIds', q->'choiceIds',
        'type', (select type from question k where k.course_version_id = a.course_version_id
          and k.question_key = q->>'key')))
        from jsonb_array_elements(a.paper->'questions') q) as questions
    from quiz_attempt a join enrolment e on e.id = a.enrolment_id
    where a.submitted_at is null order by a.id`
  if (rows.length < learnersWanted) throw new Error('The demonstration has too few learners.')
  return [...rows]
}

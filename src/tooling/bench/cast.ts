import type postgres from 'postgres'
import { createSessionFor } from '../../features/identity/server/public.ts'
import type { Connection } from '../../server/db/connect.ts'

export type Learner = {
  cookie: string
  enrolmentId: string
  courseId: string
  courseVersionId: string
  lessonKey: string
}
export type QuizTaker = {
  cookie: string
  enrolmentId: string
  attemptId: string
  questions: Question[]
}
type Question = { key: string; type: string; choiceIds: string[] }

/** One person signed in on many devices: what a single session may ask for in a second is limited. */
export type Account = { cookies: string[]; unitId: string }

/** People of the dataset who do what is measured, signed in. */
export type Cast = {
  learners: Learner[]
  quizTakers: QuizTaker[]
  trainer: Account & { groupId: string }
  manager: Account
  owner: Account
  officer: Account
  admin: Account
}

const learnersWanted = 600
const quizTakersWanted = 300
const devices = 60

/** The same people each time, drawn by their ids. */
export async function castOf(
  { sql, db }: Connection,
  { secret, publicUrl }: { secret: string; publicUrl: string },
): Promise<Cast> {
  const signIn = (personId: string) => createSessionFor(db, personId, { secret, publicUrl })
  const account = async (name: string) => {
    const [row] = await sql<{ id: string; unitId: string }[]>`
      select p.id, coalesce(g.unit_id, p.unit_id) as "unitId" from person p
      left join role_grant g on g.person_id = p.id where p.email = ${`${name}@demo.officina.test`}`
    if (!row) throw new Error(`The dataset has no account ${name}.`)
    const cookies = Array.from({ length: devices }, () => signIn(row.id))
    return { cookies: await Promise.all(cookies), id: row.id, unitId: row.unitId }
  }
  const trainer = await account('trainer')
  const [group] = await sql<{ id: string }[]>`
    select m.group_id as id from group_member m join learning_group g on g.id = m.group_id
    where g.trainer_id = ${trainer.id} group by 1 order by count(*) desc limit 1`
  if (!group) throw new Error('The trainer of the dataset has no group.')
  return {
    learners: await Promise.all(
      (await readLearners(sql)).map(async ({ personId, ...rest }) => ({
        ...rest,
        cookie: await signIn(personId),
      })),
    ),
    quizTakers: await startQuizzes(sql, signIn),
    trainer: { ...trainer, groupId: group.id },
    manager: await account('manager'),
    owner: await account('owner'),
    officer: await account('officer'),
    admin: await account('admin'),
  }
}

const readLearners = (sql: postgres.Sql) => sql<(Omit<Learner, 'cookie'> & { personId: string })[]>`
  select distinct on (e.person_id) e.person_id as "personId", e.id as "enrolmentId",
    e.course_id as "courseId", e.course_version_id as "courseVersionId", l.lesson_key as "lessonKey"
  from (select * from enrolment where state = 'started' order by md5(id::text) limit ${learnersWanted}) e
  join lesson l on l.course_version_id = e.course_version_id and l.position = 1
  order by e.person_id`

/** Opens an attempt for people who have not passed, as beginning the quiz does. */
async function startQuizzes(
  sql: postgres.Sql,
  signIn: (personId: string) => Promise<string>,
): Promise<QuizTaker[]> {
  await sql`
    insert into quiz_attempt (id, enrolment_id, course_version_id, number, seed, paper, started_at, pass_mark)
    select gen_random_uuid(), e.id, e.course_version_id, 1, 1, model.paper, now(), model.pass_mark
    from (select * from enrolment e where state = 'started' and not exists (
        select from quiz_attempt a where a.enrolment_id = e.id)
      order by md5(id::text) limit ${quizTakersWanted}) e
    cross join lateral (
      select paper, pass_mark from quiz_attempt a where a.course_version_id = e.course_version_id
      limit 1) model`
  const rows = await sql<
    { personId: string; enrolmentId: string; attemptId: string; questions: Question[] }[]
  >`
    select e.person_id as "personId", e.id as "enrolmentId", a.id as "attemptId",
      (select json_agg(json_build_object('key', q->>'key', 'choiceIds', q->'choiceIds',
        'type', (select type from question k where k.course_version_id = a.course_version_id and k.question_key = q->>'key')))
        from jsonb_array_elements(a.paper->'questions') q) as questions
    from quiz_attempt a join enrolment e on e.id = a.enrolment_id
    where a.submitted_at is null order by md5(a.id::text) limit ${quizTakersWanted}`
  return Promise.all(
    rows.map(async ({ personId, ...rest }) => ({ ...rest, cookie: await signIn(personId) })),
  )
}

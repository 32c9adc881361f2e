import { mkdtempSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sql, TransactionSql } from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { attemptId, courseId } from '../../contract/primitives.ts'
import type { Response } from '../../features/assessment/model/response.ts'
import { insertCourse } from '../../testing/courses.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { createWorld, type World } from '../../testing/world.ts'
import { newId } from '../ids.ts'
import { backup, listTables } from './backup.ts'
import { readManifest } from './backup-manifest.ts'
import { connect } from './connect.ts'
import { restore } from './restore.ts'

let world: World
let target: TestDatabase
let folder: string
beforeEach(async () => {
  world = await createWorld()
  target = await createTestDatabase({ empty: true })
  folder = join(mkdtempSync(join(tmpdir(), 'officina-backup-')), 'backup')
})
afterEach(async () => {
  await world.close()
  await target.close()
})

test('a backup made while people learn comes back row by row, as one moment showed it', async () => {
  const crowd = await gather(6)
  await crowd.work(400)
  const moment = await world.sql.begin('isolation level repeatable read', async (tx) => {
    const [exported] = await tx<{ id: string }[]>`select pg_export_snapshot() as id`
    const before = crowd.acknowledged()
    crowd.goOn()
    await crowd.until(before + 20)
    await backup(world.sql, folder, { snapshot: exported?.id ?? '' })
    return await fingerprints(tx)
  })
  await crowd.stop()
  await restore(target.sql, folder)
  const restored = await fingerprints(target.sql)
  expect(restored).toEqual(moment)
  expect(Object.keys(restored).length).toBeGreaterThan(30)
  // People did go on meanwhile: what is there now is another state.
  expect(await fingerprints(world.sql)).not.toEqual(moment)
}, 60_000)

test('what was acknowledged before a backup began is in it, whole', async () => {
  const crowd = await gather(6)
  crowd.goOn()
  await crowd.until(40)
  const [saves, answers] = [[...crowd.saves], [...crowd.answers]]
  await backup(world.sql, folder)
  await crowd.stop()
  await restore(target.sql, folder)
  const { sql } = target
  expect(
    await sql`select count(*)::int as found from progress_receipt where id in ${sql(saves)}`,
  ).toEqual([{ found: saves.length }])
  expect(
    await sql`select count(*)::int as found from quiz_answer where id in ${sql(answers)}`,
  ).toEqual([{ found: answers.length }])
  // Each save is a receipt and a second of presence, written together: no backup may part them.
  expect(
    await sql`
      select e.id from enrolment e
      where (select count(*) from progress_receipt r where r.enrolment_id = e.id)
        <> (select coalesce(sum(present_seconds), 0) from lesson_progress p where p.enrolment_id = e.id)
        or e.lessons_done
        <> (select count(*) from lesson_progress p where p.enrolment_id = e.id and p.completed_at is not null)`,
  ).toEqual([])
  const { mode } = await stat(join(folder, 'manifest.json'))
  expect(mode & 0o077).toBe(0)
}, 60_000)

test('a table that is emptied and filled anew meanwhile is never seen empty', async () => {
  const other = connect(world.url)
  const refill = () =>
    other.sql.begin(async (tx) => {
      await tx`truncate reporting_path`
      await tx`insert into reporting_path select id, path from unit`
    })
  await refill()
  let isOver = false
  const refilling = (async () => {
    while (!isOver) await refill()
  })()
  try {
    for (let turn = 0; turn < 8; turn += 1) {
      await backup(world.sql, `${folder}-${turn}`)
      const { tables } = await readManifest(`${folder}-${turn}`)
      expect(tables.find(({ name }) => name === 'reporting_path')?.rows).toBe(7)
    }
  } finally {
    isOver = true
    await refilling
    await other.close()
  }
}, 60_000)

const responses: Record<string, Response> = {
  single: { type: 'single-choice', optionId: 'b' },
  'true-false': { type: 'true-false', value: true },
  order: { type: 'order', itemIds: ['a', 'b', 'c'] },
}

/** Learners who save and answer without a pause, and what was acknowledged to them. */
async function gather(count: number) {
  const saves: string[] = []
  const answers: string[] = []
  let isWorking = false
  let running: Promise<unknown> = Promise.resolve()
  const course = await insertCourse(world.sql)
  const learners = await Promise.all(
    Array.from({ length: count }, async () => {
      const person = await world.addPerson({ unit: world.units.officeA1 })
      const client = world.clientAs(person)
      const { enrolmentId } = await client.learning.enrol({
        courseId: courseId.parse(course.courseId),
      })
      const attempt = await client.assessment.start({ enrolmentId })
      return { client, enrolmentId, attemptId: attemptId.parse(attempt.attemptId) }
    }),
  )
  const learn = async ({ client, enrolmentId, attemptId: openId }: (typeof learners)[number]) => {
    for (let round = 1; isWorking; round += 1) {
      const save = {
        id: newId(),
        lessonKey: round % 2 === 0 ? 'first' : 'second',
        at: new Date().toISOString(),
        presentSeconds: 1,
        completed: round % 9 === 0,
      }
      await client.learning.saveProgress({ enrolmentId, saves: [save] })
      saves.push(save.id)
      const [questionKey, response] = Object.entries(responses)[round % 3] ?? []
      if (!questionKey || !response) continue
      const answer = { answerId: newId(), questionKey, response, sequence: round }
      await client.assessment.answer({ enrolmentId, attemptId: openId, ...answer })
      answers.push(answer.answerId)
    }
  }
  const acknowledged = () => saves.length + answers.length
  const goOn = () => {
    isWorking = true
    running = Promise.all(learners.map(learn))
  }
  const stop = async () => {
    isWorking = false
    await running
  }
  return {
    saves,
    answers,
    acknowledged,
    goOn,
    stop,
    until: (number: number) =>
      expect.poll(acknowledged, { timeout: 30_000 }).toBeGreaterThan(number),
    work: async (milliseconds: number) => {
      goOn()
      await new Promise((resolve) => setTimeout(resolve, milliseconds))
      await stop()
    },
  }
}

/** One line a table: how many rows, and a sum of all of them in order. Places among the facts are counted anew by a restore. */
async function fingerprints(sql: Sql | TransactionSql): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const { name } of await listTables(sql)) {
    if (name === 'outbox_cursor') continue
    const [row] = await sql<{ print: string }[]>`
      select count(*) || ' ' || coalesce(md5(string_agg(line, e'\n' order by line)), '') as print
      from (select (to_jsonb(t) - ${name === 'outbox' ? ['id', 'transaction_id'] : []}::text[])::text as line
        from ${sql(name)} t) lines`
    found[name] = row?.print ?? ''
  }
  return found
}

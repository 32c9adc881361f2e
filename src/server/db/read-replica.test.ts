import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { unitId } from '../../contract/primitives.ts'
import { historyOf, type TestCourse } from '../../features/reporting/server/history-fixture.ts'
import { startStreamingPair } from '../../testing/streaming-pair.ts'
import { createWorld, type World } from '../../testing/world.ts'
import { type Connection, connect } from './connect.ts'
import { migrate } from './migrate.ts'
import { followReplica, type ReadReplica } from './read-replica.ts'
import { isUnavailable } from './unavailable.ts'

const maxLagSeconds = 5
/** Longer than a look takes on a busy machine. */
const patienceMs = 3000
/** Time passes when a test says so. */
let now = 0
const passSeconds = (seconds: number) => {
  now += seconds * 1000
}

let pair: Awaited<ReturnType<typeof startStreamingPair>>
let primary: Connection
let standby: Connection
let replica: ReadReplica
let world: World
let course: TestCourse
const told: string[] = []

beforeAll(async () => {
  pair = await startStreamingPair()
  primary = connect(pair.primaryUrl)
  await migrate(primary.sql)
  standby = connect(pair.standbyUrl, { max: 1 })
  replica = followReplica({
    url: pair.standbyUrl,
    primary,
    maxLagSeconds,
    log: {
      info: (_, message) => void told.push(message),
      warn: ({ problem = '' }) => void told.push(problem),
    },
    everyMs: 100,
    patienceMs,
    now: () => now,
  })
  const database = { ...primary, url: pair.primaryUrl }
  world = await createWorld(undefined, { database, readDb: replica.db })
  course = await historyOf(world).insertCourse()
})
afterAll(async () => {
  await replica?.close()
  await standby?.close()
  await primary?.close()
  await pair?.close()
})

/** How many of county A's people the dashboard counts as enrolled. */
async function counted(): Promise<number> {
  const { reporting } = world.clientAs(world.as('manager'))
  const { summary } = await reporting.dashboard({
    unitId: unitId.parse(world.units.countyA.id),
    language: 'en',
  })
  return summary.all
}

async function enrolOneMore() {
  const person = await world.addPerson({ unit: world.units.officeA1 })
  await historyOf(world).enrol(person, course)
  await world.drain()
}

const isReplicaUsed = () => expect.poll(replica.problem, { timeout: 20_000 }).toBeNull()
const isCaughtUp = async (expected: number) => {
  await isReplicaUsed()
  await expect.poll(counted, { timeout: 10_000 }).toBe(expected)
}

describe('with a replica', () => {
  test('dashboards come from it while it is close behind, and from the primary when it lags', async () => {
    await enrolOneMore()
    await isCaughtUp(1)
    await standby.sql`select pg_wal_replay_pause()`
    onTestFinished(async () => {
      await standby.sql`select pg_wal_replay_resume()`
    })
    await enrolOneMore()
    // What the primary has and the replica does not shows which of them answered.
    expect(replica.problem()).toBeNull()
    expect(await counted()).toBe(1)
    passSeconds(maxLagSeconds + 1)
    expect(await counted()).toBe(2)
    expect(replica.problem()).toBe('is more than 5 s behind')
    await expect.poll(() => told.at(-1)).toBe('the replica is more than 5 s behind')

    await standby.sql`select pg_wal_replay_resume()`
    await isReplicaUsed()
    expect(replica.secondsBehind()).toBeLessThan(maxLagSeconds)
    expect(told.at(-1)).toBe('dashboards and reports read from the replica')
    await standby.sql`select pg_wal_replay_pause()`
    await enrolOneMore()
    expect(await counted()).toBe(2)
  })

  test('nothing written is not a lag', async () => {
    await isCaughtUp(3)
    passSeconds(maxLagSeconds + 1)
    await isReplicaUsed()
    expect(replica.secondsBehind()).toBe(0)
  })

  test('its death under questions shows nobody an error, and its return is noticed', async () => {
    await isCaughtUp(3)
    const answers: Promise<number>[] = []
    const asking = setInterval(() => answers.push(counted()), 5)
    onTestFinished(() => clearInterval(asking))
    await expect.poll(() => answers.length).toBeGreaterThan(20)
    pair.signalStandby('SIGKILL')
    await expect.poll(replica.problem, { timeout: 10_000 }).toBe('cannot be reached')
    const atDeath = answers.length
    await expect.poll(() => answers.length).toBeGreaterThan(atDeath + 20)
    await pair.restartStandby()
    await isReplicaUsed()
    clearInterval(asking)
    expect(new Set(await Promise.all(answers))).toEqual(new Set([3]))
  })

  test('its silence is not waited for longer than the patience', async () => {
    await isCaughtUp(3)
    onTestFinished(() => pair.signalStandby('SIGCONT'))
    pair.signalStandby('SIGSTOP')
    const began = performance.now()
    expect(await counted()).toBe(3)
    expect(performance.now() - began).toBeLessThan(patienceMs + 2000)
    expect(replica.problem()).toBe('cannot be reached')
    pair.signalStandby('SIGCONT')
    await isReplicaUsed()
  })

  test('what hangs on it is asked of the primary, also when another connection told of the loss first', async () => {
    await isCaughtUp(3)
    const hanging = sql`select case when pg_is_in_recovery() then pg_sleep(600)::text else 'primary' end as by`
    const two = Promise.all([replica.db.execute(hanging), replica.db.execute(hanging)])
    const sleepers = () =>
      standby.sql<{ pid: number }[]>`
        select pid from pg_stat_activity where wait_event = 'PgSleep'`
    await expect.poll(async () => (await sleepers()).length).toBe(2)
    const [first] = await sleepers()
    onTestFinished(() => pair.signalStandby('SIGCONT'))
    pair.signalStandby('SIGSTOP')
    process.kill(first?.pid ?? 0, 'SIGKILL')
    await expect.poll(replica.problem, { interval: 5 }).toBe('cannot be reached')
    expect((await two).flatMap((rows) => [...rows])).toEqual([{ by: 'primary' }, { by: 'primary' }])
    pair.signalStandby('SIGCONT')
    await isReplicaUsed()
  })

  test('a read that takes several statements begins anew on the primary', async () => {
    await isCaughtUp(3)
    const onReplica: boolean[] = []
    const people = await replica.db.transaction(async (tx) => {
      const [where] = await tx.execute<{ there: boolean }>(sql`select pg_is_in_recovery() as there`)
      onReplica.push(where?.there ?? false)
      if (where?.there) pair.signalStandby('SIGKILL')
      const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from person`)
      return row?.n
    })
    expect(onReplica).toEqual([true, false])
    const [row] = await primary.sql`select count(*)::int as n from person`
    expect(people).toBe(row?.n)
    await pair.restartStandby()
    await isReplicaUsed()
  })

  test('an error of the question itself is told, and asked once', async () => {
    await isReplicaUsed()
    await expect(replica.db.execute(sql`select 1 / 0`)).rejects.toThrow()
    expect(replica.problem()).toBeNull()
  })
})

test('a write is refused as the defect it is, not made on the primary', async () => {
  await isReplicaUsed()
  const error = await replica.db
    .execute(sql`create table written (at date)`)
    .catch((each: unknown) => each)
  expect(error).toMatchObject({ cause: { name: 'WriteOnReplica' } })
  expect(isUnavailable(error)).toBe(false)
  expect(replica.problem()).toBeNull()
})

test('a server that is no replica is not read from', async () => {
  const itself = followReplica({
    url: pair.primaryUrl,
    primary,
    maxLagSeconds,
    log: { info: () => {}, warn: () => {} },
    everyMs: 50,
  })
  onTestFinished(itself.close)
  await expect.poll(itself.problem).toBe('is no replica')
  expect(await itself.db.execute(sql`select 1 as one`)).toEqual([{ one: 1 }])
})

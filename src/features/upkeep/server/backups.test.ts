import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../../server/app.ts'
import { backup } from '../../../server/db/backup.ts'
import { connect } from '../../../server/db/connect.ts'
import { installationMark } from '../../../server/db/installation-mark.ts'
import { restore } from '../../../server/db/restore.ts'
import { createHealth } from '../../../server/health.ts'
import { type JobDeps, startJobs } from '../../../server/jobs.ts'
import { createMetrics } from '../../../server/metrics.ts'
import { testSecret } from '../../../testing/app.ts'
import { createTestDatabase } from '../../../testing/database.ts'
import { clientOver, createWorld, type World } from '../../../testing/world.ts'
import { resolveSession } from '../../identity/server/public.ts'
import { backupJob } from './backup-job.ts'
import { describeBackups, readBackupState } from './backup-state.ts'
import { createFolderThere } from './folder-there.ts'
import type { BackupPlan } from './take-backup.ts'
import { watchBackups } from './watch-backups.ts'

let world: World
let plan: BackupPlan
const complaints: object[] = []
const log = {
  info: () => {},
  warn: () => {},
  error: (fields: object) => complaints.push(fields),
}

beforeEach(async () => {
  world = await createWorld('2026-11-18T01:15:00Z')
  const directory = join(mkdtempSync(join(tmpdir(), 'officina-backups-')), 'backups')
  plan = { directory, time: '02:15', retention: { daily: 3, weekly: 2 } }
  complaints.length = 0
})
afterEach(async () => {
  await world.close()
  rmSync(plan.directory, { recursive: true, force: true })
})

const deps = (): JobDeps => ({
  db: world.db,
  log,
  clock: world.clock,
  timeZone: world.timeZone,
  publicUrl: 'http://officina.test',
  smtpUrl: null,
})
const run = () => backupJob(plan, world.sql).run(deps())
const stored = () => readdirSync(plan.directory).sort()

const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}`

async function runOn(...days: number[]) {
  for (const each of days) {
    world.setNow(`${day(each)}T01:15:00Z`)
    await run()
  }
}

describe('the scheduled backup', () => {
  test('is complete under its name, for its owner alone, and can be restored', async () => {
    await run()
    expect(stored()).toEqual(['officina-2026-11-18T011500Z'])
    const folder = join(plan.directory, 'officina-2026-11-18T011500Z')
    for (const path of [
      plan.directory,
      folder,
      ...readdirSync(folder).map((name) => join(folder, name)),
    ])
      expect(statSync(path).mode & 0o077, path).toBe(0)
    const target = await createTestDatabase({ empty: true })
    expect(await restore(target.sql, folder)).toBeGreaterThan(20)
    await target.close()
  })

  test('keeps the last days and the last weeks', async () => {
    await runOn(5, 6, 7, 8, 9, 14, 15, 16, 17, 18)
    // The last three days, and Sunday the 15th as the newest of the week before.
    expect(stored()).toEqual([15, 16, 17, 18].map((each) => `officina-${day(each)}T011500Z`))
  })

  test('removes nothing that it did not write for this very database', async () => {
    const others = {
      byHand: 'officina-2026-10-01T011500Z',
      otherDatabase: 'officina-2026-10-02T011500Z',
      halfOfAnother: '.officina-71-2-officina-2026-10-03T011500Z',
    }
    mkdirSync(plan.directory)
    await backup(world.sql, join(plan.directory, others.byHand))
    await backup(world.sql, join(plan.directory, others.otherDatabase), { installation: '71-2' })
    mkdirSync(join(plan.directory, others.halfOfAnother))
    writeFileSync(join(plan.directory, 'notes.txt'), 'keep')
    await runOn(10, 11, 12, 13, 14, 15)
    for (const name of [...Object.values(others), 'notes.txt'])
      expect(existsSync(join(plan.directory, name)), name).toBe(true)
  })

  test('sweeps away what a killed attempt left', async () => {
    mkdirSync(plan.directory)
    const half = `.officina-${await installationMark(world.sql)}-officina-2026-11-17T011500Z`
    mkdirSync(join(plan.directory, half))
    await run()
    expect(stored()).toEqual(['officina-2026-11-18T011500Z'])
  })

  test('that fails leaves the old ones, nothing half made, and says why', async () => {
    await runOn(14, 15, 16, 17)
    const before = stored()
    await world.sql`create table unreadable (id int)`
    world.setNow(`${day(18)}T01:15:00Z`)
    await world.sql.begin(async (tx) => {
      // A dead disk would do the same: the attempt cannot read a table, and gives up.
      await tx`lock table unreadable in access exclusive mode`
      const impatient = connect(`${world.url}?options=-c%20lock_timeout%3D200`)
      await expect(backupJob(plan, impatient.sql).run(deps())).rejects.toThrow('lock timeout')
      await impatient.close()
    })
    expect(stored()).toEqual(before)
    expect(complaints).toHaveLength(1)
    expect(await watching().warn()).toBe('the last backup failed (other); the log says why')
  })

  test('is taken once a day, also on the day when clocks go forward over its time', async () => {
    for (const at of [
      '2027-03-27T01:15',
      '2027-03-28T00:45',
      '2027-03-28T01:00',
      '2027-03-28T01:15',
      '2027-03-29T00:15',
    ]) {
      world.setNow(`${at}:00Z`)
      await run()
    }
    expect(stored()).toEqual([
      'officina-2027-03-27T011500Z',
      'officina-2027-03-28T010000Z',
      'officina-2027-03-29T001500Z',
    ])
  })

  test('into a folder that is none says so', async () => {
    writeFileSync(plan.directory, 'a file')
    await expect(run()).rejects.toThrow()
    expect(await world.sql`select folder, failure from backup_run`).toMatchObject([
      { folder: null, failure: expect.stringMatching(/no-access|other/) },
    ])
  })
})

const watching = () => watchBackups(world.db, plan.directory, world.clock)

describe('the age of the newest backup', () => {
  test('is a warning of a server that is ready, and a metric', async () => {
    const { warn, measures } = watching()
    const health = createHealth(world.sql, { warn })
    const metrics = createMetrics(measures)
    const look = async () => {
      const ready = await health.ready()
      const text = await (await metrics.render()).text()
      const age = /^officina_backup_age_seconds (\S+)$/m.exec(text)?.[1]
      return { status: ready.status, ...(await ready.json()), age: Number(age) }
    }
    expect(await look()).toMatchObject({
      status: 'ready',
      warning: expect.stringContaining('no backup'),
    })
    expect((await look()).age).toBeGreaterThan(1e9)
    await run()
    expect(await look()).toEqual({ status: 'ready', age: 0 })
    world.setNow('2026-11-19T03:14:00Z')
    expect(await look()).toEqual({ status: 'ready', age: 26 * 3600 - 60 })
    world.setNow('2026-11-19T03:16:00Z')
    expect(await look()).toMatchObject({ warning: expect.stringContaining('2026-11-18T01:15') })
    expect((await health.ready()).status).toBe(200)
    // Whoever removes the folder has no backup; that is seen within a minute.
    world.setNow('2026-11-19T03:17:00Z')
    rmSync(join(plan.directory, 'officina-2026-11-18T011500Z'), { recursive: true })
    expect(await look()).toMatchObject({ warning: expect.stringContaining('no backup') })
  })

  test('is told to administrators, in a word', async () => {
    const ask = () => clientOver(appWithBackups(), world.as('administrator')).upkeep.backups()
    expect(await ask()).toEqual({ warning: 'none', lastAt: null, failure: null })
    await run()
    const lastAt = '2026-11-18T01:15:00.000Z'
    expect(await ask()).toEqual({ warning: null, lastAt, failure: null })
    world.setNow('2026-11-20T03:16:00Z')
    expect(await ask()).toEqual({ warning: 'old', lastAt, failure: null })
    const { warning } = await world.clientAs(world.as('administrator')).upkeep.backups()
    expect(warning, 'where no backup is set up').toBeNull()
  })
})

describe('a folder that does not answer', () => {
  test('is said to be so in time, is asked once, and is believed again when it does', async () => {
    await run()
    const drive = Promise.withResolvers<void>()
    let asked = 0
    const isThere = createFolderThere(() => {
      asked += 1
      return drive.promise
    })
    const look = () => readBackupState(world.db, plan.directory, world.clock(), isThere)
    const lastAt = new Date('2026-11-18T01:15:00Z')
    const began = performance.now()
    for (let turn = 0; turn < 2; turn += 1) {
      const state = await look()
      expect(state).toMatchObject({ lastAt, failure: 'no-access', isSeen: false })
      expect(describeBackups(state, world.clock())).toContain('BACKUP_DIR does not answer')
      world.setNow('2026-11-18T02:15:00Z')
    }
    expect(performance.now() - began).toBeLessThan(2500)
    expect(asked).toBe(1)
    drive.resolve()
    expect(await look()).toMatchObject({ lastAt, failure: null, isSeen: true })
  })
})

describe('the queue', { timeout: 60_000 }, () => {
  test('takes a backup at once when there is none, and one of two servers does it', async () => {
    const servers = [await serverWithJobs(), await serverWithJobs()]
    await expect
      .poll(
        () => existsSync(plan.directory) && stored().some((name) => name.startsWith('officina-')),
        { timeout: 30_000 },
      )
      .toBe(true)
    await expect
      .poll(async () => (await world.sql`select 1 from backup_run`).length, { timeout: 10_000 })
      .toBe(1)
    // A second one, if there were one, would be under way or wait.
    await expect
      .poll(
        () => world.sql`
          select state from jobs.job where name = 'upkeep.backup' and state in ('created', 'active', 'retry')`,
        { timeout: 20_000 },
      )
      .toEqual([])
    expect(await world.sql`select failure from backup_run`).toEqual([{ failure: null }])
    expect(stored()).toHaveLength(1)
    const [schedule] = await world.sql`select cron, timezone from jobs.schedule`
    expect(schedule).toEqual({ cron: '15,30,45,0 * * * *', timezone: 'Europe/Warsaw' })
    for (const { stop } of servers) await stop()
  })
})

const serverWithJobs = () => startJobs(world.url, deps(), [backupJob(plan, world.sql)], [])

function appWithBackups() {
  const { db, sql, clock, timeZone } = world
  return createApp({
    db,
    readDb: db,
    config: {
      timeZone,
      publicUrl: 'http://officina.test',
      demo: false,
      oidc: null,
      hasMailServer: false,
      backupDirectory: plan.directory,
    },
    log,
    clock,
    authHandler: async () => Response.json({}),
    resolveSession: (request) => resolveSession(sql, request, testSecret, clock),
  })
}

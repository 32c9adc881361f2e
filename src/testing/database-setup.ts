import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { keeperOf } from '../server/db/cluster-keeper.ts'
import { connect } from '../server/db/connect.ts'
import { openEmbedded } from '../server/db/embedded.ts'
import { migrate, readMigrations } from '../server/db/migrate.ts'
import { checkExternal } from '../server/db/open.ts'
import { databaseUrl } from './database.ts'

/**
 * One PostgreSQL for all test files: a fresh embedded one, or the server of TEST_DATABASE_URL, whose
 * account must be allowed to create databases and extensions.
 */
export default async function setup(project: TestProject) {
  const server = await openServer()
  const template = await createTemplate(server.url)
  project.provide('database', { adminUrl: server.url, template })
  return async () => {
    if (server.isShared) await dropTemplate(server.url, template)
    await server.close()
  }
}

const prefix = 'officina-test-'

async function openServer() {
  const shared = process.env.TEST_DATABASE_URL
  if (shared) {
    await checkExternal(shared)
    return { url: shared, isShared: true, close: async () => {} }
  }
  await sweep()
  const folder = mkdtempSync(join(tmpdir(), prefix))
  // As root, PostgreSQL's account has to get in.
  chmodSync(folder, 0o755)
  // A test's data may vanish with the power: no waiting for the disk.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const database = await openEmbedded(folder, quiet, { settings })
  return {
    url: database.url,
    isShared: false,
    close: async () => {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const quiet = pino({ level: 'silent' })

/** Stops and removes clusters whose test run was killed. */
async function sweep() {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    // A folder without a database yet is another run that is just beginning.
    if (!readdirSync(folder).includes('postgres.keeper') || keeperOf(folder)) continue
    const abandoned = await openEmbedded(folder, quiet).catch(() => undefined)
    await abandoned?.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function createTemplate(adminUrl: string): Promise<string> {
  const files = await readMigrations()
  const state = createHash('sha256').update(files.map(({ sha256 }) => sha256).join())
  const name = `officina_template_${state.digest('hex').slice(0, 8)}_${process.pid}`
  await unsafe(adminUrl, `create database ${name} template template0`)
  const { sql, close } = connect(databaseUrl(adminUrl, name))
  try {
    await migrate(sql)
  } finally {
    // Nobody may be connected to a template while it is cloned.
    await close()
  }
  return name
}

async function dropTemplate(adminUrl: string, name: string) {
  await unsafe(adminUrl, `drop database if exists ${name} with (force)`)
}

async function unsafe(url: string, statement: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}

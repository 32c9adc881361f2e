import { readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { keeperOf } from '../server/db/cluster-keeper.ts'
import { connect } from '../server/db/connect.ts'
import { openEmbedded } from '../server/db/embedded.ts'
import { migrate } from '../server/db/migrate.ts'
import { checkExternal } from '../server/db/open.ts'
import { asAdmin, databaseUrl } from './database.ts'
import { scratchFolder } from './scratch-folder.ts'

/**
 * One PostgreSQL for all test files: a fresh embedded one, or the server of TEST_DATABASE_URL, whose
 * account must be allowed to create databases and extensions.
 */
export default async function setup(project: TestProject) {
  const server = await openServer()
  const template = `officina_template_${process.pid}`
  const failure = await createTemplate(server.url, template).catch(messageOf)
  project.provide('database', { adminUrl: server.url, template, failure })
  return async () => {
    if (server.isShared)
      await asAdmin(server.url, `drop database if exists ${template} with (force)`)
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
  const folder = scratchFolder(prefix)
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

/** A broken migration fails the tests that need tables, each with its reason, and no others. */
async function createTemplate(adminUrl: string, name: string): Promise<null> {
  await asAdmin(adminUrl, `create database ${name} template template0`)
  const { sql, close } = connect(databaseUrl(adminUrl, name))
  try {
    await migrate(sql)
    return null
  } finally {
    // Nobody may be connected to a template while it is cloned.
    await close()
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { type Connection, connect } from '../server/db/connect.ts'

export type TestDatabase = Connection & { url: string }

/**
 * A database of the test's own, cloned from a migrated template; `close` drops it.
 * @param empty without tables, for tests of migrations and restore
 */
export async function createTestDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const { adminUrl, template, failure } = inject('database')
  if (failure !== null && !empty) throw new Error(failure)
  const name = `test_${Date.now().toString(36)}_${randomBytes(5).toString('hex')}`
  await asAdmin(adminUrl, `create database ${name} template ${empty ? 'template0' : template}`)
  const url = databaseUrl(adminUrl, name)
  const connection = connect(url, { max: 5 })
  return {
    ...connection,
    url,
    close: async () => {
      await connection.close()
      await asAdmin(adminUrl, `drop database if exists ${name} with (force)`)
    },
  }
}

export function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

/** Runs one statement that must stand alone, such as `create database`. */
export async function asAdmin(url: string, statement: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    database: { adminUrl: string; template: string; failure: string | null }
  }
}

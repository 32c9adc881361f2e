import { createAuth, resolveSession } from '../features/identity/server/public.ts'
import { createApp } from '../server/app.ts'
import type { Db } from '../server/db/connect.ts'
import { type Memory, noMemory } from '../server/memory.ts'
import type { TestDatabase } from './database.ts'

export const testSecret = 'a-secret-of-the-tests-that-is-long-enough'

export const timeZone = 'Europe/Warsaw'

/** The real app over a test database; unexpected errors fail the test that caused them. */
export async function createTestApp(
  { db, sql }: Pick<TestDatabase, 'db' | 'sql'>,
  clock: () => Date,
  readDb: Db = db,
  memory: Memory = noMemory,
) {
  const publicUrl = 'http://officina.test'
  const config = {
    timeZone,
    publicUrl,
    demo: false,
    oidc: null,
    hasMailServer: false,
  }
  const auth = createAuth({ db, secret: testSecret, publicUrl, oidc: null })
  return createApp({
    db,
    readDb,
    memory,
    config,
    clock,
    log: {
      info: () => {},
      warn: () => {},
      error: (fields, message) => console.error(message, fields),
    },
    authHandler: (request) => auth.handler(request),
    resolveSession: (request) => resolveSession(sql, request, testSecret, clock, { memory }),
  })
}

import { pino } from 'pino'
import { expect, it } from 'vitest'
import { createTestDatabase } from '../../testing/database.ts'
import { freePort } from '../free-port.ts'
import { openDatabase } from './open.ts'

const log = pino({ level: 'silent' })

it('opens the server that DATABASE_URL names', async () => {
  const { url, close } = await createTestDatabase({ empty: true })
  expect((await openDatabase({ databaseUrl: url, dataDir: '/nowhere' }, log)).url).toBe(url)
  await close()
})

it('says in one sentence, without the password, that it cannot', async () => {
  const port = await freePort()
  const databaseUrl = `postgres://officina:hidden@127.0.0.1:${port}/officina`
  const failure = await openDatabase({ databaseUrl, dataDir: '/nowhere' }, log).catch(String)
  expect(failure).toMatch(
    /DATABASE_URL: 127\.0\.0\.1:\d+\/officina cannot be opened: .*ECONNREFUSED/,
  )
  expect(failure).not.toContain('hidden')
})

import { createServer, connect as dial, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { followChanges } from './change-feed.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

test('is not live behind a pool that takes LISTEN and passes nothing on, and hears once it does', async () => {
  const pool = await startPool(database.url)
  onTestFinished(pool.close)
  const heard: string[] = []
  const feed = followChanges(pool.url, {
    onChange: (kind) => heard.push(kind),
    onGap: () => {},
    pingEveryMs: 100,
    patienceMs: 400,
  })
  onTestFinished(feed.close)
  // It has listened, asked for its echo and begun anew.
  await expect.poll(() => pool.dropped(), { timeout: 10_000 }).toBeGreaterThan(1)
  expect(feed.isLive()).toBe(false)

  pool.setDeaf(false)
  await expect.poll(feed.isLive, { timeout: 10_000 }).toBe(true)
  await database.sql`update course set minutes = minutes`
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['course'])

  pool.setDeaf(true)
  await expect.poll(feed.isLive, { timeout: 10_000 }).toBe(false)
})

/** Passes everything between the two, but for notifications while it is deaf. */
async function startPool(databaseUrl: string) {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let isDeaf = true
  let dropped = 0
  const server = createServer((client) => {
    const backend = dial(Number(target.port), target.hostname)
    for (const socket of [client, backend]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        client.destroy()
        backend.destroy()
      })
    }
    client.pipe(backend)
    let rest = Buffer.alloc(0)
    backend.on('data', (chunk) => {
      rest = Buffer.concat([rest, chunk])
      // A letter, then the length of what follows with the length itself.
      while (rest.length >= 5 && rest.length > rest.readUInt32BE(1)) {
        const message = rest.subarray(0, 1 + rest.readUInt32BE(1))
        rest = rest.subarray(message.length)
        if (isDeaf && message[0] === notification) dropped += 1
        else client.write(message)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${address.port}`
  return {
    url: url.href,
    dropped: () => dropped,
    setDeaf: (deaf: boolean) => {
      isDeaf = deaf
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const notification = 'A'.charCodeAt(0)

import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import postgres from 'postgres'
import { afterEach, describe, expect, it } from 'vitest'
import { isAlive } from './cluster-keeper.ts'
import { openEmbedded } from './embedded.ts'

const isRoot = process.getuid?.() === 0
const log = pino({ level: 'silent' })
const folders: string[] = []

/** Mode 711 lets PostgreSQL's account in; 700 keeps it out. */
function folder(mode = 0o711) {
  const path = mkdtempSync(join(tmpdir(), 'officina-embedded-'))
  chmodSync(path, mode)
  folders.push(path)
  return path
}

afterEach(() => {
  for (const path of folders.splice(0)) {
    const pointer = join(path, 'postgres.location')
    if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true })
    rmSync(path, { recursive: true, force: true })
  }
})

async function query<T>(url: string, work: (sql: postgres.Sql) => Promise<T>) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

const write = (url: string) =>
  query(url, (sql) => sql`create table kept as select 42 as answer`.then(() => undefined))
const read = (url: string) =>
  query(url, (sql) => sql`select answer from kept`.then(([row]) => row?.answer))
const postmaster = (root: string) =>
  Number(readFileSync(join(root, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])

describe('embedded PostgreSQL', () => {
  it('keeps its data over a restart, and its password to itself', async () => {
    const dataDir = folder()
    const first = await openEmbedded(dataDir, log)
    await write(first.url)
    await first.close()
    expect(existsSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'))).toBe(false)
    expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600)
    const second = await openEmbedded(dataDir, log)
    expect(await read(second.url)).toBe(42)
    const wrong = new URL(second.url)
    wrong.password = 'guess'
    await expect(read(wrong.href)).rejects.toThrow('password authentication failed')
    await second.close()
  })

  it('offers what the migrations need: extensions and ICU collations', async () => {
    const { url, close } = await openEmbedded(folder(), log)
    const [row] = await query(url, async (sql) => {
      await sql`create extension ltree`
      await sql`create extension unaccent`
      await sql`create extension pg_trgm`
      return sql`select unaccent('Łęczna Őriszentpéter') as plain, 'ł' < 'm' collate "pl-x-icu" as sorted`
    })
    expect(row).toEqual({ plain: 'Leczna Oriszentpeter', sorted: true })
    await close()
  })

  it('takes over the database of a server that was killed', async () => {
    const dataDir = folder()
    const killed = await serverIn(dataDir)
    await write(killed.url)
    await killed.kill()
    const survivor = postmaster(join(dataDir, 'postgres'))
    const next = await openEmbedded(dataDir, log)
    expect(postmaster(join(dataDir, 'postgres'))).toBe(survivor)
    expect(await read(next.url)).toBe(42)
    await next.close()
    expect(isAlive(survivor)).toBe(false)
  })

  it('recovers when server and database were both killed', async () => {
    const dataDir = folder()
    const killed = await serverIn(dataDir)
    await write(killed.url)
    await killed.kill()
    process.kill(postmaster(join(dataDir, 'postgres')), 'SIGKILL')
    const next = await openEmbedded(dataDir, log)
    expect(await read(next.url)).toBe(42)
    await next.close()
  })

  it('is not misled by a pid file whose number belongs to another program', async () => {
    const dataDir = folder()
    await openEmbedded(dataDir, log).then(({ close }) => close())
    const data = join(dataDir, 'postgres', 'data')
    writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n0\n5432\n\n\n\nready\n`)
    const next = await openEmbedded(dataDir, log)
    await write(next.url)
    await next.close()
  })

  it('lets an operator command share it, without stopping it', async () => {
    const dataDir = folder()
    const server = await openEmbedded(dataDir, log)
    const guest = await serverIn(dataDir, 'guest')
    expect(guest.url).toBe(server.url)
    await guest.end()
    await write(server.url)
    await server.close()
  })

  it('says why it does not start', async () => {
    const dataDir = folder()
    await openEmbedded(dataDir, log).then(({ close }) => close())
    const settings = { shared_buffers: 'plenty' }
    await expect(openEmbedded(dataDir, log, { settings })).rejects.toThrow(
      /did not start.*invalid value for parameter "shared_buffers": "plenty"/s,
    )
  })

  it('refuses a data folder of another major version with one sentence', async () => {
    const dataDir = folder()
    await openEmbedded(dataDir, log).then(({ close }) => close())
    writeFileSync(join(dataDir, 'postgres', 'data', 'PG_VERSION'), '14\n')
    await expect(openEmbedded(dataDir, log)).rejects.toThrow(
      'was made by PostgreSQL 14, this is PostgreSQL 18',
    )
  })

  it.runIf(isRoot)('works in a folder only root may enter, and finds its data again', async () => {
    const dataDir = join(folder(0o700), 'data')
    const first = await openEmbedded(dataDir, log)
    await write(first.url)
    await first.close()
    const second = await openEmbedded(dataDir, log)
    expect(await read(second.url)).toBe(42)
    await second.close()
    folders.unshift(dataDir)
  })

  it.runIf(isRoot)('runs as an account that is not root', async () => {
    const { url, close } = await openEmbedded(folder(), log)
    const [row] = await query(url, (sql) => sql`select pg_read_file('/proc/self/status') as status`)
    expect(/^Uid:\s+(\d+)/m.exec(String(row?.status))?.[1]).not.toBe('0')
    await close()
  })
})

/** Another process that opens the database, says its address and waits. */
async function serverIn(dataDir: string, as: 'keeper' | 'guest' = 'keeper') {
  const script = `
    import { pino } from 'pino'
    import { openEmbedded } from './src/server/db/embedded.ts'
    const options = { asGuest: ${as === 'guest'} }
    const { url, close } = await openEmbedded(${JSON.stringify(dataDir)}, pino({ level: 'silent' }), options)
    process.stdin.once('end', close).resume()
    console.log(url)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim()))
    child.once('exit', () => reject(new Error('the other process ended early')))
  })
  return {
    url,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    end: async () => {
      child.stdin.end()
      await ended
    },
  }
}

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { connect } from './connect.ts'
import { migrate, migrationState } from './migrate.ts'

let database: TestDatabase
let directory: string

beforeEach(async () => {
  database = await createTestDatabase({ empty: true })
  directory = mkdtempSync(join(tmpdir(), 'officina-migrations-'))
  file('0001_first.sql', 'create table first (id int); create table second (id int);')
})
afterEach(() => database.close())

function file(name: string, text: string) {
  writeFileSync(join(directory, name), text)
}

describe('migrate', () => {
  it('applies each file once, in order', async () => {
    file('0002_second.sql', 'alter table second add column name text;')
    expect(await migrationState(database.sql, directory)).toEqual({
      current: false,
      pending: ['0001_first.sql', '0002_second.sql'],
      conflict: null,
    })
    expect(await migrate(database.sql, directory)).toEqual(['0001_first.sql', '0002_second.sql'])
    expect(await migrate(database.sql, directory)).toEqual([])
    expect((await migrationState(database.sql, directory)).current).toBe(true)
  })

  it('undoes a file that fails half-way and names it', async () => {
    file('0002_broken.sql', 'create table third (id int); create table first (id int);')
    await expect(migrate(database.sql, directory)).rejects.toThrow(
      '0002_broken.sql failed and was undone',
    )
    const [row] = await database.sql`select to_regclass('third') as third`
    expect(row?.third).toBeNull()
    expect((await migrationState(database.sql, directory)).pending).toEqual(['0002_broken.sql'])
  })

  it('refuses a file that was changed after it was applied', async () => {
    await migrate(database.sql, directory)
    file('0001_first.sql', 'create table first (id bigint);')
    await expect(migrate(database.sql, directory)).rejects.toThrow('0001_first.sql was changed')
    expect((await migrationState(database.sql, directory)).current).toBe(false)
  })

  it('refuses a file that comes late under a lower number', async () => {
    file('0003_third.sql', 'select 1;')
    await migrate(database.sql, directory)
    file('0002_late.sql', 'select 1;')
    await expect(migrate(database.sql, directory)).rejects.toThrow('give it a higher number')
  })

  it('refuses a database that a newer version has migrated', async () => {
    await migrate(database.sql, directory)
    await database.sql`insert into schema_migration (number, name, sha256) values (9, '0009_new.sql', '')`
    await expect(migrate(database.sql, directory)).rejects.toThrow('run the newer version')
  })

  it('lets servers that start together wait for each other', async () => {
    const other = connect(database.url)
    const applied = await Promise.all([
      migrate(database.sql, directory),
      migrate(other.sql, directory),
    ])
    expect(applied.flat()).toEqual(['0001_first.sql'])
    await other.close()
  })
})

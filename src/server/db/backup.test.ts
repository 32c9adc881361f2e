import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { backup } from './backup.ts'
import { connect } from './connect.ts'
import { migrate } from './migrate.ts'
import { restore } from './restore.ts'

let source: TestDatabase
let target: TestDatabase
let folder: string
let migrations: string

beforeEach(async () => {
  source = await createTestDatabase({ empty: true })
  target = await createTestDatabase({ empty: true })
  folder = join(mkdtempSync(join(tmpdir(), 'officina-backup-')), 'backup')
  migrations = mkdtempSync(join(tmpdir(), 'officina-migrations-'))
  file(
    '0001_first.sql',
    `create table outbox (id bigint generated always as identity primary key, transaction_id xid8 not null default pg_current_xact_id(), type text);
     create table outbox_cursor (consumer text primary key, transaction_id xid8 not null, last_id bigint not null);
     create table unit (id int primary key, name text);
     create table person (id int primary key, unit_id int not null references unit (id), chief_id int references person (id),
       name text, upper_name text generated always as (upper(name)) stored, at timestamptz, extra jsonb, raw bytea);
     alter table unit add head_id int references person (id);
     create table entry (id bigint generated always as identity primary key, text text);`,
  )
  await migrate(source.sql, migrations)
})
afterEach(async () => {
  await source.close()
  await target.close()
})

function file(name: string, text: string) {
  writeFileSync(join(migrations, name), text)
}

async function fill() {
  const { sql } = source
  await sql`insert into unit (id, name) values (1, ${'Łęczna\t"urząd"\nA'})`
  await sql`insert into person (id, unit_id, chief_id, name, at, extra, raw)
    values (1, 1, 2, 'Éva', '2026-11-22T10:00:00.123456Z', '{"a": [1, null]}', '\\x00ff'), (2, 1, null, null, null, null, null)`
  await sql`update unit set head_id = 1`
  await sql`insert into entry (text) select 'n' || n from generate_series(1, 5000) n`
  for (const type of ['first', 'second', 'third'])
    await sql`insert into outbox (type) values (${type})`
  await sql`insert into outbox_cursor select 'mail', transaction_id, id from outbox where type = 'second'`
}

const everything = ({ sql }: TestDatabase) =>
  sql`select (select json_agg(u) from unit u) as units, (select json_agg(p order by id) from person p) as people,
    (select count(*)::int from entry) as entries`

describe('backup and restore', () => {
  it('bring every value back, circles of references included', async () => {
    await fill()
    const rows = await backup(source.sql, folder)
    expect(await restore(target.sql, folder, migrations)).toBe(rows)
    expect(await everything(target)).toEqual(await everything(source))
    await expect(target.sql`insert into person (id, unit_id) values (9, 99)`).rejects.toThrow(
      'foreign key',
    )
    const [next] = await target.sql`insert into entry (text) values ('next') returning id`
    expect(next?.id).toBe('5001')
  })

  it('keep each consumer at its place among the facts', async () => {
    // The source is far ahead in counting transactions.
    await source.sql`do $$ begin for i in 1..50 loop perform pg_current_xact_id(); commit; end loop; end $$`
    await fill()
    await backup(source.sql, folder)
    await restore(target.sql, folder, migrations)
    await target.sql`insert into outbox (type) values ('fourth')`
    const pending = await target.sql`select o.type from outbox o, outbox_cursor c
      where (o.transaction_id, o.id) > (c.transaction_id, c.last_id) order by o.transaction_id, o.id`
    expect(pending.map(({ type }) => type)).toEqual(['third', 'fourth'])
  })

  it('bring an older backup up to date', async () => {
    await fill()
    await backup(source.sql, folder)
    file('0002_second.sql', `alter table person rename column name to full_name;`)
    await restore(target.sql, folder, migrations)
    const [row] = await target.sql`select full_name from person where id = 1`
    expect(row?.full_name).toBe('Éva')
  })

  it('refuse a database that holds people, and a damaged or newer backup', async () => {
    await fill()
    await backup(source.sql, folder)
    await expect(restore(source.sql, folder, migrations)).rejects.toThrow('already holds')
    await expect(backup(source.sql, folder)).rejects.toThrow('EEXIST')
    const other = connect(target.url)
    await expect(restore(other.sql, migrations, migrations)).rejects.toThrow('not a backup')
    file('0001_first.sql', 'select 1;')
    await expect(restore(other.sql, folder, migrations)).rejects.toThrow('newer version')
    await other.close()
  })
})

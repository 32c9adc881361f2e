import { getTableColumns, getTableName, is, Table } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as assessment from '../../features/assessment/server/schema.ts'
import * as catalogue from '../../features/catalogue/server/schema.ts'
import * as identity from '../../features/identity/server/schema.ts'
import * as learning from '../../features/learning/server/schema.ts'
import * as notifications from '../../features/notifications/server/schema.ts'
import * as organisation from '../../features/organisation/server/schema.ts'
import * as upkeep from '../../features/upkeep/server/schema.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const tables = [assessment, catalogue, identity, learning, notifications, organisation, upkeep]
  .flatMap((schema) => Object.values<unknown>(schema))
  .filter((value): value is PgTable => is(value, Table) && is(value, PgTable))

test.each(tables.map((table) => [getTableName(table), table] as const))(
  'the tables of the code match the migrations: %s',
  async (name, table) => {
    const columns = await database.sql<{ name: string; nullable: boolean }[]>`
      select column_name as name, is_nullable = 'YES' as nullable from information_schema.columns
      where table_schema = 'public' and table_name = ${name}`
    const migrated = new Map(columns.map((column) => [column.name, column.nullable]))
    const declared = Object.values(getTableColumns(table))
    expect(declared.map((column) => column.name).sort()).toEqual([...migrated.keys()].sort())
    for (const column of declared)
      expect(`${column.name} nullable: ${!column.notNull}`).toBe(
        `${column.name} nullable: ${migrated.get(column.name)}`,
      )
  },
)

test('every foreign key has an index', async () => {
  const missing = await database.sql`
    select c.conrelid::regclass::text as "table", a.attname as "column"
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace
      and not exists (select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])`
  expect(missing).toEqual([])
})

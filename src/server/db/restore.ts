import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Sql, TransactionSql } from 'postgres'
import { listTables } from './backup.ts'
import { type BackupManifest, readManifest } from './backup-manifest.ts'
import { hashing } from './hashing.ts'
import { migrate, migrationsDirectory, readMigrations } from './migrate.ts'

/**
 * Loads a backup into a database without people and units. A backup of an older version is loaded at its
 * own migration, then brought up to date. Throws one sentence, and nothing is loaded, when it does not fit.
 * @returns number of rows
 */
export async function restore(
  sql: Sql,
  folder: string,
  directory = migrationsDirectory,
): Promise<number> {
  const manifest = await openManifest(folder)
  const last = await checkMigrations(manifest, directory)
  await refuseFilled(sql, last)
  await migrate(sql, directory, last)
  const rows = await sql.begin(async (tx) => {
    const foreignKeys = await dropForeignKeys(tx)
    const tables = await listTables(tx)
    // What triggers would count or tell is in the backup itself.
    for (const { name } of tables) {
      await tx`truncate ${tx(name)}`
      await tx`alter table ${tx(name)} disable trigger user`
    }
    for (const table of manifest.tables) {
      const target = await tx`copy ${tx(table.name)} (${tx(table.columns)}) from stdin`.writable()
      const source = createReadStream(join(folder, `${table.name}.copy.gz`))
      const hash = createHash('sha256')
      await pipeline(source, createGunzip(), hashing(hash), target)
      if (table.sha256 && table.sha256 !== hash.digest('hex'))
        throw new Error(`The backup of ${table.name} is damaged: its rows are not those written.`)
      const [count] = await tx<
        { rows: number }[]
      >`select count(*)::int as rows from ${tx(table.name)}`
      if (count?.rows !== table.rows)
        throw new Error(
          `The backup of ${table.name} is damaged: ${count?.rows} of ${table.rows} rows.`,
        )
    }
    await renumberOutbox(tx)
    await advanceIdentities(tx)
    for (const { name } of tables) await tx`alter table ${tx(name)} enable trigger user`
    // PostgreSQL checks all rows when a key is made again.
    for (const statement of foreignKeys) await tx.unsafe(statement)
    return manifest.tables.reduce((total, table) => total + table.rows, 0)
  })
  await migrate(sql, directory)
  return rows
}

async function openManifest(folder: string): Promise<BackupManifest> {
  try {
    return await readManifest(folder)
  } catch (cause) {
    throw new Error(`${folder} is not a backup of Officina: its manifest.json cannot be read.`, {
      cause,
    })
  }
}

/** Number of the backup's last migration, when this version knows all of them. */
async function checkMigrations(manifest: BackupManifest, directory: string): Promise<number> {
  const known = new Map((await readMigrations(directory)).map((each) => [each.number, each.sha256]))
  for (const { number, sha256 } of manifest.migrations)
    if (known.get(number) !== sha256)
      throw new Error('The backup was made by a newer version of Officina: restore it with that.')
  return manifest.migrations.at(-1)?.number ?? 0
}

async function refuseFilled(sql: Sql, last: number) {
  const [ledger] = await sql<{ exists: boolean; person: boolean }[]>`
    select to_regclass('schema_migration') is not null as exists, to_regclass('person') is not null as person`
  if (ledger?.person) {
    const [row] = await sql<{ filled: boolean }[]>`
      select exists (select from person) or exists (select from unit) as filled`
    if (row?.filled)
      throw new Error('The database already holds units or people: restore into an empty one.')
  }
  if (!ledger?.exists) return
  const [newest] = await sql<
    { number: number | null }[]
  >`select max(number) as number from schema_migration`
  if ((newest?.number ?? 0) > last)
    throw new Error(
      'The database is newer than the backup: restore into one that no server has started on.',
    )
}

/** Tables may refer to each other in any order while they are filled. Gives the statements that bring the keys back. */
async function dropForeignKeys(tx: TransactionSql): Promise<string[]> {
  const keys = await tx<{ drop: string; add: string }[]>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`
  for (const { drop } of keys) await tx.unsafe(drop)
  return keys.map(({ add }) => add)
}

/**
 * Facts are ordered by the number of their transaction, and this database counts anew: the restored ones
 * keep their order under this transaction, and each consumer its place among them.
 */
async function renumberOutbox(tx: TransactionSql) {
  await tx`create temp table fact_order on commit drop as
    select id, transaction_id, row_number() over (order by transaction_id, id) as position from outbox`
  await tx`update outbox_cursor set last_id = (
      select count(*) from fact_order f
      where (f.transaction_id, f.id) <= (outbox_cursor.transaction_id, outbox_cursor.last_id)),
    transaction_id = pg_current_xact_id()`
  await tx`alter table outbox alter column id drop identity`
  // Out of the way first, so that no new number meets an old one.
  await tx`update outbox set id = -id`
  await tx`update outbox set id = f.position, transaction_id = pg_current_xact_id()
    from fact_order f where outbox.id = -f.id`
  await tx`alter table outbox alter column id add generated always as identity`
}

async function advanceIdentities(tx: TransactionSql) {
  const columns = await tx<{ sequence: string; table_name: string; column_name: string }[]>`
    select pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence, table_name, column_name
    from information_schema.columns where table_schema = 'public' and is_identity = 'YES'`
  for (const { sequence, table_name: table, column_name: column } of columns)
    await tx`select setval(${sequence}, coalesce((select max(${tx(column)}) from ${tx(table)}), 0) + 1, false)`
}

import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Sql, TransactionSql } from 'postgres'
import type { BackupManifest } from './backup-manifest.ts'

/**
 * Writes every table of ours as one moment shows it: `manifest.json` and `<table>.copy.gz` in PostgreSQL's
 * text format. The queue of jobs is left out: a server makes it anew.
 * @returns number of rows
 */
export async function backup(sql: Sql, folder: string): Promise<number> {
  await mkdir(folder, { mode: 0o700 })
  return await sql.begin('isolation level repeatable read read only', async (tx) => {
    const tables = []
    for (const table of await listTables(tx)) {
      const [count] = await tx<
        { rows: number }[]
      >`select count(*)::int as rows from ${tx(table.name)}`
      const columns = tx(table.columns)
      const source = await tx`copy ${tx(table.name)} (${columns}) to stdout`.readable()
      const target = createWriteStream(join(folder, `${table.name}.copy.gz`), { mode: 0o600 })
      await pipeline(source, createGzip(), target)
      tables.push({ ...table, rows: count?.rows ?? 0 })
    }
    const migrations = await tx<
      { number: number; sha256: string }[]
    >`select number, sha256 from schema_migration order by number`
    const manifest: BackupManifest = {
      format: 1,
      takenAt: new Date().toISOString(),
      migrations: [...migrations],
      tables,
    }
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2))
    return tables.reduce((total, { rows }) => total + rows, 0)
  })
}

/** Tables with the columns that hold data of their own, by name. */
export async function listTables(sql: Sql | TransactionSql) {
  return await sql<{ name: string; columns: string[] }[]>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migration'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`
}

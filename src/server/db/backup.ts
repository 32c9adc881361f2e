import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Sql, TransactionSql } from 'postgres'
import type { BackupManifest } from './backup-manifest.ts'
import { hashing } from './hashing.ts'
import { syncFolder } from './sync-folder.ts'

type Options = {
  /** Marks a scheduled backup as written for this database. */
  installation?: string
  /** Shows the moment another transaction shows, which has exported it: `pg_export_snapshot()`. */
  snapshot?: string
}

/**
 * Writes every table of ours as one moment shows it: `manifest.json` and `<table>.copy.gz` in PostgreSQL's
 * text format. The queue of jobs is left out: a server makes it anew. The manifest is written last, and all of
 * it is on the disk when this returns; of a backup that fails nothing is left.
 * @param folder must not exist yet
 * @returns number of rows
 */
export async function backup(sql: Sql, folder: string, options: Options = {}): Promise<number> {
  await mkdir(folder, { mode: 0o700 })
  try {
    return await writeTables(sql, folder, options)
  } catch (error) {
    await rm(folder, { recursive: true, force: true }).catch(() => {})
    throw error
  }
}

async function writeTables(sql: Sql, folder: string, { installation, snapshot }: Options) {
  const known = await listTables(sql)
  return await sql.begin('isolation level repeatable read read only', async (tx) => {
    if (snapshot) await tx.unsafe(`set transaction snapshot '${snapshot.replaceAll("'", '')}'`)
    // Before the first look: a table that is emptied by TRUNCATE later would be seen as empty now.
    if (known.length > 0)
      await tx`lock table ${tx(known.map(({ name }) => name))} in access share mode`
    const [moment] = await tx<{ at: Date }[]>`select now() as at`
    const tables = []
    for (const table of await listTables(tx)) {
      const [count] = await tx<
        { rows: number }[]
      >`select count(*)::int as rows from ${tx(table.name)}`
      const columns = tx(table.columns)
      const source = await tx`copy ${tx(table.name)} (${columns}) to stdout`.readable()
      const path = join(folder, `${table.name}.copy.gz`)
      const target = createWriteStream(path, { mode: 0o600, flush: true })
      const hash = createHash('sha256')
      await pipeline(source, hashing(hash), createGzip(), target)
      tables.push({ ...table, rows: count?.rows ?? 0, sha256: hash.digest('hex') })
    }
    const migrations = await tx<
      { number: number; sha256: string }[]
    >`select number, sha256 from schema_migration order by number`
    const manifest: BackupManifest = {
      format: 1,
      takenAt: (moment?.at ?? new Date()).toISOString(),
      ...(installation && { installation }),
      migrations: [...migrations],
      tables,
    }
    const path = join(folder, 'manifest.json')
    await writeFile(path, JSON.stringify(manifest, null, 2), { mode: 0o600, flush: true })
    await syncFolder(folder)
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

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReservedSql, Sql } from 'postgres'

export const migrationsDirectory = join(import.meta.dirname, 'migrations')

export type Migration = { number: number; name: string; sha256: string; text: string }

/** `current`: every known migration is applied, unchanged, and the database has no other. */
export type MigrationState = { current: boolean; pending: string[]; conflict: string | null }

/**
 * Applies what is missing, in order, each file in its own transaction. Servers that start together
 * wait for each other. Throws MigrationError when the database and the files contradict each other.
 * @param last leaves later files out: a backup is loaded at the state it was taken in
 * @returns names of the files applied now
 */
export async function migrate(
  sql: Sql,
  directory = migrationsDirectory,
  last = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  const migrations = (await readMigrations(directory)).filter(({ number }) => number <= last)
  const session = await sql.reserve()
  try {
    await session`select pg_advisory_lock(${lockKey})`
    await session.unsafe(createLedger)
    const { pending, conflict } = compare(migrations, await appliedMigrations(session))
    if (conflict !== null) throw new MigrationError(conflict)
    for (const migration of pending) await apply(session, migration)
    return pending.map((migration) => migration.name)
  } finally {
    await session`select pg_advisory_unlock(${lockKey})`.catch(() => {})
    session.release()
  }
}

export async function migrationState(
  sql: Sql,
  directory = migrationsDirectory,
): Promise<MigrationState> {
  const migrations = await readMigrations(directory)
  const [ledger] = await sql<
    { exists: boolean }[]
  >`select to_regclass('schema_migration') is not null as exists`
  const applied = ledger?.exists ? await appliedMigrations(sql) : []
  const { pending, conflict } = compare(migrations, applied)
  return {
    current: pending.length === 0 && conflict === null,
    pending: pending.map((migration) => migration.name),
    conflict,
  }
}

export class MigrationError extends Error {
  override name = 'MigrationError'
}

/** `0001_house.sql` and so on, in order of number. */
export async function readMigrations(directory = migrationsDirectory): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort()
  const migrations = await Promise.all(
    names.map(async (name) => {
      const number = Number(/^(\d{4})_[a-z0-9_-]+\.sql$/.exec(name)?.[1])
      if (!number) throw new MigrationError(`${name} is not named like 0001_what-it-does.sql.`)
      const text = await readFile(join(directory, name), 'utf8')
      return { number, name, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
  migrations.forEach((migration, index) => {
    const before = migrations[index - 1]
    if (before?.number === migration.number)
      throw new MigrationError(`${before.name} and ${migration.name} bear the same number.`)
  })
  return migrations
}

const lockKey = 7_364_201

const createLedger = `create table if not exists schema_migration (
  number integer primary key,
  name text not null,
  sha256 text not null,
  applied_at timestamptz not null default now()
)`

type Applied = { number: number; name: string; sha256: string }

function appliedMigrations(sql: Sql | ReservedSql) {
  return sql<Applied[]>`select number, name, sha256 from schema_migration order by number`
}

function compare(migrations: Migration[], applied: readonly Applied[]) {
  const knownByNumber = new Map(migrations.map((migration) => [migration.number, migration]))
  const appliedNumbers = new Set(applied.map(({ number }) => number))
  const pending = migrations.filter(({ number }) => !appliedNumbers.has(number))
  const last = applied.at(-1)
  return { pending, conflict: findConflict() }

  function findConflict(): string | null {
    for (const { number, name, sha256 } of applied) {
      const known = knownByNumber.get(number)
      if (!known)
        return `The database has migration ${name}, which this version of Officina does not know: run the newer version.`
      if (known.sha256 !== sha256)
        return `Migration ${name} was changed after it was applied to this database: put the file back and write a new migration.`
    }
    const late = pending.find(({ number }) => last && number < last.number)
    return late
      ? `Migration ${late.name} came after ${last?.name}, which the database already has: give it a higher number.`
      : null
  }
}

async function apply(session: ReservedSql, { number, name, sha256, text }: Migration) {
  try {
    await session.unsafe('begin')
    await session.unsafe(text).simple()
    await session`insert into schema_migration (number, name, sha256) values (${number}, ${name}, ${sha256})`
    await session.unsafe('commit')
  } catch (cause) {
    await session.unsafe('rollback').catch(() => {})
    const reason = cause instanceof Error ? cause.message : String(cause)
    // Without the cause: the driver's error repeats the whole file.
    throw new MigrationError(`Migration ${name} failed and was undone: ${reason}.`)
  }
}

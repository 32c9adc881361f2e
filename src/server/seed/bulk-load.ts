import type postgres from 'postgres'

type Tx = postgres.TransactionSql
type Part = { table: string; name: string; definition: string }
/** What was taken away from tables, to be put back when they are full. */
export type Bared = { foreignKeys: Part[]; indexes: Part[] }

/**
 * Runs the work with the tables' foreign keys and plain indexes taken away, then makes them again, which
 * checks every row: loading millions of rows so takes a fraction of the time.
 */
export async function bulkLoad(
  tx: Tx,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const bared = await bare(tx, tables)
  await work()
  await putBackIndexes(tx, bared.indexes)
  await putBackForeignKeys(tx, bared.foreignKeys)
}

export async function bare(tx: Tx, tables: readonly string[]): Promise<Bared> {
  const foreignKeys = await foreignKeysOf(tx, tables)
  for (const { table, name } of foreignKeys)
    await tx`alter table ${tx(table)} drop constraint ${tx(name)}`
  const indexes = await plainIndexesOf(tx, tables)
  for (const { name } of indexes) await tx`drop index ${tx(name)}`
  return { foreignKeys, indexes }
}

export async function putBackIndexes(tx: Tx, indexes: readonly Part[]): Promise<void> {
  await tx`set local maintenance_work_mem = '1GB'`
  for (const { definition } of indexes) await tx.unsafe(definition)
}

export async function putBackForeignKeys(tx: Tx, foreignKeys: readonly Part[]): Promise<void> {
  await tx`set local work_mem = '256MB'`
  for (const { table, name, definition } of foreignKeys)
    await tx`alter table ${tx(table)} add constraint ${tx(name)} ${tx.unsafe(definition)}`
}

const foreignKeysOf = (tx: Tx, tables: readonly string[]) => tx<Part[]>`
  select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
  from pg_constraint where contype = 'f' and conrelid::regclass::text = any(${tables as string[]})
  order by conrelid::regclass::text, conname`

/** Those of primary keys and unique constraints stay. */
const plainIndexesOf = (tx: Tx, tables: readonly string[]) => tx<Part[]>`
  select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as name,
    pg_get_indexdef(i.indexrelid) as definition
  from pg_index i
  where i.indrelid::regclass::text = any(${tables as string[]})
    and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
  order by 2`

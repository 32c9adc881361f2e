import type postgres from 'postgres'

type Tx = postgres.TransactionSql

/**
 * Runs the work with the tables' foreign keys and plain indexes taken away, then makes them again, which
 * checks every row: loading millions of rows so takes a fraction of the time.
 */
export async function bulkLoad(
  tx: Tx,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  await tx`set local maintenance_work_mem = '512MB'`
  const keys = await foreignKeys(tx, tables)
  for (const { table, name } of keys) await tx`alter table ${tx(table)} drop constraint ${tx(name)}`
  const indexes = await plainIndexes(tx, tables)
  for (const { name } of indexes) await tx`drop index ${tx(name)}`
  await work()
  for (const { definition } of indexes) await tx.unsafe(definition)
  for (const { table, name, definition } of keys)
    await tx`alter table ${tx(table)} add constraint ${tx(name)} ${tx.unsafe(definition)}`
}

const foreignKeys = (tx: Tx, tables: readonly string[]) => tx<
  { table: string; name: string; definition: string }[]
>`
  select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
  from pg_constraint where contype = 'f' and conrelid::regclass::text = any(${tables as string[]})
  order by conrelid::regclass::text, conname`

/** Those of primary keys and unique constraints stay. */
const plainIndexes = (tx: Tx, tables: readonly string[]) => tx<
  { name: string; definition: string }[]
>`
  select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
  from pg_index i
  where i.indrelid::regclass::text = any(${tables as string[]})
    and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
  order by 1`

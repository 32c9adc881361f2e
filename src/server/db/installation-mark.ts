import type { Sql } from 'postgres'

/**
 * Tells this database from every other: the cluster's number, given when it was made, and the database's in it.
 * A replica has its primary's; a backup that was restored elsewhere has another.
 */
export async function installationMark(sql: Sql): Promise<string> {
  const [row] = await sql<{ mark: string }[]>`
    select system_identifier || '-' || (select oid from pg_database where datname = current_database()) as mark
    from pg_control_system()`
  if (!row) throw new Error('The database does not tell its number.')
  return row.mark
}

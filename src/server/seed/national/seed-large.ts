import type postgres from 'postgres'
import type { Connection } from '../../db/connect.ts'
import { bare, bulkLoad, putBackForeignKeys, putBackIndexes } from '../bulk-load.ts'
import {
  copyCountry,
  entityTables,
  historyLanes,
  refillWithCopies,
  sumTables,
} from './copy-country.ts'
import { type NationalOptions, seedNational } from './seed-national.ts'

/**
 * Fills an empty, migrated database with the country of `seed national` and copies of it, `countries` in all:
 * sixty make 1,380,000 officials.
 * The same day gives the same data. Broken off half way it leaves a database to be thrown away: what is
 * done is committed table by table, on two connections.
 */
export async function seedLarge(
  connection: Pick<Connection, 'sql' | 'db'>,
  { countries = 60, ...options }: NationalOptions & { countries?: number } = {},
): Promise<void> {
  const { sql } = connection
  await seedNational(connection, options)
  await sql.begin(async (tx) => {
    await bulkLoad(tx, entityTables, async () => {
      for (const table of entityTables) await copyCountry(tx, table, countries)
    })
    await grantAdministratorEverywhere(tx)
  })
  await sql.begin((tx) =>
    bulkLoad(tx, sumTables, async () => {
      for (const table of sumTables) await refillWithCopies(tx, table, countries)
    }),
  )
  // Making and dropping foreign keys locks what they point to, so it stands apart from the lanes.
  const bared = await sql.begin((tx) => bare(tx, historyLanes.flat()))
  await Promise.all(
    historyLanes.map((tables) =>
      sql.begin(async (tx) => {
        for (const table of tables) await refillWithCopies(tx, table, countries)
        await putBackIndexes(
          tx,
          bared.indexes.filter(({ table }) => tables.includes(table)),
        )
      }),
    ),
  )
  await sql.begin((tx) => putBackForeignKeys(tx, bared.foreignKeys))
  await sql`analyze`
}

const grantAdministratorEverywhere = (tx: postgres.TransactionSql) => tx`
  insert into role_grant (id, person_id, role, unit_id, valid_from)
  select gen_random_uuid(), p.id, 'administrator', u.id, '2024-01-01'
  from person p, unit u
  where p.email = 'admin@demo.officina.test' and u.parent_id is null
    and not exists (select from role_grant g where g.person_id = p.id and g.unit_id = u.id)`

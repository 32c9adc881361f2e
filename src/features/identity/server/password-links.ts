import { sql } from 'drizzle-orm'
import type { Tx } from '../../../server/db/connect.ts'
import { idList } from '../../../server/db/sql.ts'

/**
 * Makes links to choose a password worthless, those of invitations too: when one of them was used, when a
 * newer invitation goes out, and when the account is closed or gets another address.
 */
export const forgetPasswordLinks = (db: Pick<Tx, 'execute'>, personIds: readonly string[]) =>
  db.execute(sql`
    delete from auth_verification where identifier like 'reset-password:%'
      and value in (select id::text from ${idList(personIds)} link(id))`)

import { sql } from 'drizzle-orm'
import type { Role } from '../../../contract/permission.ts'
import type { Db } from '../../../server/db/connect.ts'

/** Public on purpose; the demonstration refuses to start in production unless told to. */
export const demoPassword = 'officina-demo'

/** In the order the sign-in page shows them. */
const roleByName: Record<string, Role> = {
  clerk: 'learner',
  trainer: 'trainer',
  manager: 'manager',
  officer: 'training-officer',
  author: 'author',
  examiner: 'examiner',
  caller: 'caller',
  owner: 'owner',
  admin: 'administrator',
}

/** The demonstration accounts that this database really has. */
export async function demoAccounts(db: Db) {
  const emails = Object.keys(roleByName).map((name) => `${name}@demo.officina.test`)
  const rows = await db.execute<{ email: string; displayName: string; unitName: string }>(sql`
    select p.email, p.display_name as "displayName", u.name as "unitName"
    from person p join unit u on u.id = p.unit_id
    where p.active and p.email in ${emails}`)
  return emails.flatMap((email) => {
    const row = rows.find((each) => each.email === email)
    const role = roleByName[email.split('@')[0] ?? '']
    return row && role ? [{ ...row, role }] : []
  })
}

import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Db } from '../../../server/db/connect.ts'
import { newId } from '../../../server/ids.ts'

const linkHours = 72

/**
 * A one-time link for the first administrator; an earlier one stops working. Null when there is an
 * administrator already.
 */
export async function createFirstAdministratorLink(
  db: Db,
  publicUrl: string,
  now = new Date(),
): Promise<string | null> {
  const token = randomBytes(24).toString('base64url')
  return db.transaction(async (tx) => {
    if (await hasAdministrator(tx, now)) return null
    await tx.execute(sql`delete from auth_verification where identifier = 'set-up'`)
    await tx.execute(sql`
      insert into auth_verification (id, identifier, value, expires_at)
      values (${newId()}, 'set-up', ${digest(token)}, ${new Date(now.getTime() + linkHours * 3600_000).toISOString()})`)
    return `${publicUrl}/set-up?token=${token}`
  })
}

/** Whether the link is good and nobody used it; with `use` it is used up. */
export async function isLinkGood(db: Db, token: string, now: Date, use = false): Promise<boolean> {
  if (await hasAdministrator(db, now)) return false
  const match = sql`identifier = 'set-up' and value = ${digest(token)} and expires_at > ${now.toISOString()}::timestamptz`
  const found = use
    ? await db.execute(sql`delete from auth_verification where ${match} returning id`)
    : await db.execute(sql`select id from auth_verification where ${match}`)
  return found.length > 0
}

/** Somebody active who is one now or will be; where the last one is gone the operator makes another. */
async function hasAdministrator(db: Db, now: Date): Promise<boolean> {
  const [row] = await db.execute<{ found: boolean }>(sql`
    select exists (
      select from role_grant g join person p on p.id = g.person_id and p.active
      where g.role = 'administrator' and (g.valid_to is null or g.valid_to > ${now.toISOString()}::timestamptz)
    ) as found`)
  return row?.found ?? true
}

const digest = (token: string) => createHash('sha256').update(token).digest('hex')

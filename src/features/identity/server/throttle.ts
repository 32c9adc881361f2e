import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Db } from '../../../server/db/connect.ts'
import { newId } from '../../../server/ids.ts'
import { forgottenAfterSeconds, waitSeconds } from '../model/throttle.ts'

/**
 * Who is counted: a device that signed this person in before has its own count, everyone else is counted
 * by address and account. So a stranger's failures never make the person wait on a device she knows.
 */
export function throttleKey(kind: string, account: string, device: string | null, address: string) {
  const who = device ? `device:${device}` : `address:${address}`
  return `${kind}:${createHash('sha256').update(`${who}|${account.toLowerCase()}`).digest('hex')}`
}

/**
 * Counts an attempt before it is made, so that parallel attempts cannot all pass.
 * @returns seconds to wait; 0 when the attempt may be made
 */
export async function countAttempt(db: Db, key: string, now: Date): Promise<number> {
  const at = now.getTime()
  const attempts = await attemptsSince(db, key, at)
  const wait = waitSeconds(attempts.count)
  const left = Math.ceil((attempts.lastRequest + wait * 1000 - at) / 1000)
  if (attempts.count > 0 && wait > 0 && left > 0) return left
  const [counted] = await db.execute<{ count: number }>(sql`
    insert into auth_rate_limit (id, key, count, last_request) values (${newId()}, ${key}, 1, ${at})
    on conflict (key) do update set last_request = excluded.last_request,
      count = case when ${at} - auth_rate_limit.last_request > ${forgottenAfterSeconds * 1000} then 1
        else auth_rate_limit.count + 1 end
    -- Somebody else took this turn in the meantime.
    where auth_rate_limit.count = ${attempts.stored} and auth_rate_limit.last_request = ${attempts.lastRequest}
    returning count`)
  return counted ? 0 : Math.max(1, wait)
}

export async function forgetAttempts(db: Db, key: string): Promise<void> {
  await db.execute(sql`delete from auth_rate_limit where key = ${key}`)
}

async function attemptsSince(db: Db, key: string, at: number) {
  const [row] = await db.execute<{ count: number; last_request: string }>(
    sql`select count, last_request::text from auth_rate_limit where key = ${key}`,
  )
  const lastRequest = Number(row?.last_request ?? 0)
  const stored = row?.count ?? 0
  const count = at - lastRequest > forgottenAfterSeconds * 1000 ? 0 : stored
  return { count, stored, lastRequest }
}

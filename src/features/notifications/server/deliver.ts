import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../../server/db/connect.ts'
import { minutesToRetry } from '../model/retry.ts'
import { mail } from './schema.ts'

export type Outgoing = { to: string; subject: string; text: string }
/** Rejects with the mail server's words when it does not take the mail. */
export type SendMail = (mail: Outgoing) => Promise<void>

/**
 * Sends what is due, one mail a transaction, so that a crash repeats one mail at most.
 * Without a mail server everything waiting is kept. Returns how many mails it handled.
 */
export async function deliverMails(
  db: Db,
  send: SendMail | null,
  clock: () => Date,
): Promise<number> {
  if (!send) {
    const kept = await db
      .update(mail)
      .set({ state: 'kept', nextAttemptAt: null })
      .where(sql`${mail.state} in ('queued', 'retrying')`)
      .returning({ id: mail.id })
    return kept.length
  }
  let handled = 0
  while (await deliverNext(db, send, clock)) handled += 1
  return handled
}

function deliverNext(db: Db, send: SendMail, clock: () => Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const now = clock()
    const [next] = await tx
      .select()
      .from(mail)
      .where(
        sql`${mail.state} in ('queued', 'retrying') and (${mail.nextAttemptAt} is null or ${mail.nextAttemptAt} <= ${now.toISOString()})`,
      )
      .orderBy(mail.createdAt)
      .limit(1)
      .for('update', { skipLocked: true })
    if (!next) return false
    const attempts = next.attempts + 1
    try {
      await send({ to: next.recipient, subject: next.subject, text: next.body })
      await tx
        .update(mail)
        .set({ state: 'sent', attempts, sentAt: now, nextAttemptAt: null, lastError: null })
        .where(eq(mail.id, next.id))
    } catch (error) {
      const minutes = minutesToRetry(attempts)
      await tx
        .update(mail)
        .set({
          state: minutes === null ? 'failed' : 'retrying',
          attempts,
          nextAttemptAt: minutes === null ? null : new Date(now.getTime() + minutes * 60_000),
          lastError: error instanceof Error ? error.message.slice(0, 500) : 'unknown',
        })
        .where(eq(mail.id, next.id))
    }
    return true
  })
}

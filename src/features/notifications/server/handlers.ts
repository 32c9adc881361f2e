import { and, desc, eq, sql } from 'drizzle-orm'
import { audit } from '../../../server/audit.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { mailStates, notifications } from '../contract.ts'
import { mail } from './schema.ts'

const handle = handlersFor(notifications)

export const notificationsHandlers = handle.router({
  mails: handle.mails.handler(async ({ input, context }) => {
    const rows = await context.db
      .select({
        id: mail.id,
        recipient: mail.recipient,
        subject: mail.subject,
        template: mail.template,
        state: mail.state,
        createdAt: mail.createdAt,
      })
      .from(mail)
      .where(
        and(
          input.state ? eq(mail.state, input.state) : undefined,
          input.query
            ? sql`search_form(${mail.recipient} || ' ' || ${mail.subject}) like '%' || search_form(${likePattern(input.query)}) || '%'`
            : undefined,
          input.after ? keyAfter(input.after) : undefined,
        ),
      )
      .orderBy(desc(mail.createdAt), desc(mail.id))
      .limit(input.limit + 1)
    const counts = await context.db.execute<{ state: (typeof mailStates)[number]; count: number }>(
      sql`select state, count(*)::int as count from mail group by state`,
    )
    const shown = rows.slice(0, input.limit)
    const last = shown.at(-1)
    const countsByState = Object.fromEntries(mailStates.map((state) => [state, 0])) as Record<
      (typeof mailStates)[number],
      number
    > // fromEntries forgets its keys
    for (const { state, count } of counts) countsByState[state] = count
    return {
      rows: shown.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
      next: rows.length > input.limit && last ? `${last.createdAt.toISOString()}~${last.id}` : null,
      countsByState,
      hasMailServer: context.config.hasMailServer,
    }
  }),

  mail: handle.mail.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const [row] = await tx.select().from(mail).where(eq(mail.id, input.mailId))
      if (!row) throw errors.NOT_FOUND()
      await audit(tx, context, { action: 'mail.read', subjectKind: 'mail', subjectId: row.id })
      return {
        id: row.id,
        recipient: row.recipient,
        subject: row.subject,
        template: row.template,
        state: row.state,
        createdAt: row.createdAt.toISOString(),
        body: row.body,
        language: row.language,
        attempts: row.attempts,
        nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
        lastError: row.lastError,
        sentAt: row.sentAt?.toISOString() ?? null,
      }
    }),
  ),

  sendAgain: handle.sendAgain.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const [row] = await tx.select().from(mail).where(eq(mail.id, input.mailId)).for('update')
      if (!row) throw errors.NOT_FOUND()
      if (!context.config.hasMailServer) throw errors.NO_MAIL_SERVER()
      if (row.state !== 'failed' && row.state !== 'kept')
        throw errors.NOT_RESENDABLE({ data: { state: row.state } })
      await tx
        .update(mail)
        .set({ state: 'queued', attempts: 0, nextAttemptAt: null })
        .where(eq(mail.id, row.id))
      await audit(tx, context, {
        action: 'mail.sent-again',
        subjectKind: 'mail',
        subjectId: row.id,
      })
      return { state: 'queued' as const }
    }),
  ),
})

/** `%` and `_` a person typed mean themselves. */
const likePattern = (query: string) => query.replaceAll(/[\\%_]/g, '\\$&')

/** A key this list did not give selects nothing. */
function keyAfter(key: string) {
  const [createdAt = '', id = ''] = key.split('~')
  const isKey = !Number.isNaN(Date.parse(createdAt)) && /^[0-9a-f-]{36}$/.test(id)
  return isKey
    ? sql`(${mail.createdAt}, ${mail.id}) < (${createdAt}::timestamptz, ${id}::uuid)`
    : sql`false`
}

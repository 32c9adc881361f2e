import { and, eq, sql } from 'drizzle-orm'
import { audit } from '../../../server/audit.ts'
import type { Context } from '../../../server/context.ts'
import type { Tx } from '../../../server/db/connect.ts'
import { handlersFor } from '../../../server/procedure.ts'
import { today } from '../../../server/today.ts'
import { holdsRoleBeyond } from '../../identity/server/public.ts'
import { notifications } from '../contract.ts'
import { secretLinkTemplates, withoutLinks } from '../model/templates.ts'
import { mailsView } from './mails-view.ts'
import { toPeopleWithin } from './readable.ts'
import { mail } from './schema.ts'

const handle = handlersFor(notifications)

export const notificationsHandlers = handle.router({
  mails: handle.mails.handler(async ({ input, context }) => ({
    ...(await mailsView(context.db, input, context.scope('mail.read'))),
    hasMailServer: context.config.hasMailServer,
  })),

  mail: handle.mail.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const row = await lockMail(tx, input.mailId, context.scope('mail.read'))
      if (!row) throw errors.NOT_FOUND()
      await auditMail(tx, context, 'mail.read', row.id)
      const maySendAgain = await isManaged(tx, context, row.id)
      const linksHidden =
        secretLinkTemplates.includes(row.template) &&
        !(maySendAgain && (await mayOpenAccount(tx, context, row.personId)))
      return {
        id: row.id,
        recipient: row.recipient,
        subject: row.subject,
        template: row.template,
        state: row.state,
        createdAt: row.createdAt.toISOString(),
        body: linksHidden ? withoutLinks(row.body) : row.body,
        language: row.language,
        attempts: row.attempts,
        nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
        lastError: row.lastError,
        sentAt: row.sentAt?.toISOString() ?? null,
        linksHidden,
        maySendAgain,
      }
    }),
  ),

  sendAgain: handle.sendAgain.handler(({ input, context, errors }) =>
    context.write(async (tx) => {
      const row = await lockMail(tx, input.mailId, context.scope('people.manage'))
      if (!row) throw errors.NOT_FOUND()
      if (!context.config.hasMailServer) throw errors.NO_MAIL_SERVER()
      if (row.state !== 'failed' && row.state !== 'kept')
        throw errors.NOT_RESENDABLE({ data: { state: row.state } })
      await tx
        .update(mail)
        .set({ state: 'queued', attempts: 0, nextAttemptAt: null })
        .where(eq(mail.id, row.id))
      await auditMail(tx, context, 'mail.sent-again', row.id)
      return { state: 'queued' as const }
    }),
  ),
})

async function lockMail(tx: Tx, id: string, unitPaths: readonly string[]) {
  const [row] = await tx
    .select()
    .from(mail)
    .where(and(eq(mail.id, id), toPeopleWithin(unitPaths)))
    .for('update')
  return row
}

async function isManaged(tx: Tx, context: Context, id: string): Promise<boolean> {
  const paths = context.scope('people.manage')
  const [row] = await tx
    .select({ id: mail.id })
    .from(mail)
    .where(and(eq(mail.id, id), toPeopleWithin(paths)))
  return row !== undefined
}

/** Not the account of somebody whose roles reach further than the reader's. */
async function mayOpenAccount(tx: Tx, context: Context, personId: string | null) {
  if (personId === null) return true
  const reach = context.scope('people.manage')
  const [row] = await tx.execute<{ beyond: boolean }>(
    sql`select ${holdsRoleBeyond(sql`${personId}::uuid`, reach, today(context))} as beyond`,
  )
  return row?.beyond === false
}

const auditMail = (tx: Tx, context: Context, action: string, mailId: string) =>
  audit(tx, context, { action, subjectKind: 'mail', subjectId: mailId })

import type { EventOf } from '../../../server/event-types.ts'
import type { EventConsumer } from '../../../server/events.ts'
import { newId } from '../../../server/ids.ts'
import { isTemplateName, templates } from '../model/templates.ts'
import { mail } from './schema.ts'

const writeMails: EventConsumer = {
  name: 'notifications.mails',
  types: ['MailRequested'],
  async handle(tx, events) {
    const rows = events.filter((event) => event.type === 'MailRequested').map(mailOf)
    if (rows.length > 0) await tx.insert(mail).values(rows).onConflictDoNothing()
  },
}

function mailOf(event: EventOf<'MailRequested'>) {
  if (!isTemplateName(event.template)) throw new Error(`unknown mail template ${event.template}`)
  const { subject, body } = templates[event.template][event.language](event.data)
  const onceKey = event.data.onceKey
  return {
    id: newId(),
    personId: event.personId,
    recipient: event.to,
    template: event.template,
    language: event.language,
    subject,
    body,
    state: 'queued' as const,
    onceKey: onceKey ? String(onceKey) : null,
  }
}

export const notificationsConsumers: EventConsumer[] = [writeMails]

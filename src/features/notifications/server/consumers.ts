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

/** A mail that cannot be written fails by itself, where it is seen, and holds up no other. */
function mailOf(event: EventOf<'MailRequested'>) {
  const onceKey = event.data.onceKey
  const common = {
    id: newId(),
    personId: event.personId,
    recipient: event.to,
    template: event.template,
    language: event.language,
    onceKey: onceKey ? String(onceKey) : null,
  }
  try {
    if (!isTemplateName(event.template)) throw new Error(`unknown mail template ${event.template}`)
    const text = templates[event.template][event.language](event.data)
    return { ...common, ...text, state: 'queued' as const }
  } catch (error) {
    const lastError = error instanceof Error ? error.message : String(error)
    const body = JSON.stringify(event.data, null, 2)
    return { ...common, subject: event.template, body, state: 'failed' as const, lastError }
  }
}

export const notificationsConsumers: EventConsumer[] = [writeMails]

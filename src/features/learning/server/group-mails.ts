import { sql } from 'drizzle-orm'
import type { Language } from '../../../contract/primitives.ts'
import type { Tx } from '../../../server/db/connect.ts'
import { idList } from '../../../server/db/sql.ts'
import type { EventOf } from '../../../server/event-types.ts'
import { publish } from '../../../server/events.ts'

type Recipient = {
  enrolmentId: string
  personId: string
  email: string
  language: Language
  /** Title in the recipient's language. */
  course: string
}

/**
 * Asks for one mail to the person of each enrolment, in her language. Who is deactivated gets none.
 * @returns ids of the enrolments whose people are written to
 */
export async function mailMembers(
  tx: Tx,
  enrolmentIds: readonly string[],
  template: 'due-date-changed' | 'group-message',
  dataFor: (recipient: Recipient) => EventOf<'MailRequested'>['data'],
): Promise<string[]> {
  if (enrolmentIds.length === 0) return []
  const recipients = await tx.execute<Recipient>(sql`
    select e.id as "enrolmentId", p.id as "personId", p.email, p.language,
      coalesce(c.title->>p.language, c.title->>'en', c.id) as course
    from enrolment e join person p on p.id = e.person_id and p.active join course c on c.id = e.course_id
    where e.id in ${idList(enrolmentIds)}`)
  await publish(
    tx,
    ...recipients.map((recipient) => ({
      type: 'MailRequested' as const,
      template,
      personId: recipient.personId,
      to: recipient.email,
      language: recipient.language,
      data: dataFor(recipient),
    })),
  )
  return recipients.map(({ enrolmentId }) => enrolmentId)
}

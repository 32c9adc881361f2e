import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Language } from '../../../contract/primitives.ts'
import type { Tx } from '../../../server/db/connect.ts'
import { rowsOf } from '../../../server/db/sql.ts'
import { publish } from '../../../server/events.ts'
import { newId } from '../../../server/ids.ts'
import { forgetPasswordLinks } from './password-links.ts'

const invitationDays = 7

type Invited = { id: string; email: string; displayName: string; language: Language }

/** Mails each a link to choose a first password; the link is a password reset that lives for days. */
export async function inviteAll(
  tx: Tx,
  people: readonly Invited[],
  { publicUrl, now }: { publicUrl: string; now: Date },
): Promise<void> {
  if (people.length === 0) return
  const invited = people.map((person) => ({
    ...person,
    verificationId: newId(),
    token: randomBytes(24).toString('base64url'),
  }))
  const expiresAt = new Date(now.getTime() + invitationDays * 24 * 3600 * 1000).toISOString()
  await forgetPasswordLinks(
    tx,
    people.map(({ id }) => id),
  )
  await tx.execute(sql`
    insert into auth_verification (id, identifier, value, expires_at)
    select (row->>'verificationId')::uuid, 'reset-password:' || (row->>'token'), row->>'id', ${expiresAt}::timestamptz
    from jsonb_array_elements(${rowsOf(invited)}) row`)
  await publish(
    tx,
    ...invited.map(({ id, email, displayName, language, token }) => ({
      type: 'MailRequested' as const,
      template: 'invitation',
      personId: id,
      to: email,
      language,
      data: {
        name: displayName,
        link: `${publicUrl}/reset-password?token=${token}&first=1`,
        days: invitationDays,
      },
    })),
  )
}

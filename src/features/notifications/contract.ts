import { z } from 'zod'
import {
  instant,
  language,
  pageOf,
  pageRequest,
  procedure,
  searchText,
} from '../../contract/primitives.ts'

export const mailStates = ['queued', 'sent', 'retrying', 'failed', 'kept'] as const
const mailState = z.enum(mailStates)

const mailRow = z.object({
  id: z.uuid(),
  recipient: z.string(),
  subject: z.string(),
  template: z.string(),
  state: mailState,
  createdAt: instant,
})
export type MailState = z.infer<typeof mailState>
export type MailRow = z.infer<typeof mailRow>

/** Mails of one state are counted so far: in a country there are millions. */
export const mostCounted = 1000

export const notifications = {
  mails: procedure
    .meta({ access: { permission: 'mail.read' } })
    .route({
      method: 'GET',
      path: '/mails',
      tags: ['notifications'],
      summary: 'Mails, newest first, with what became of each',
    })
    .input(pageRequest.extend({ query: searchText.default(''), state: mailState.optional() }))
    .output(
      pageOf(mailRow).extend({
        /** Up to one more than `mostCounted`, which says that there are more. */
        countsByState: z.record(
          mailState,
          z
            .number()
            .int()
            .max(mostCounted + 1),
        ),
        hasMailServer: z.boolean(),
      }),
    ),

  mail: procedure
    .meta({ access: { permission: 'mail.read' } })
    .route({
      method: 'GET',
      path: '/mails/{mailId}',
      tags: ['notifications'],
      summary: 'One mail in full; reading it is audited',
    })
    .input(z.object({ mailId: z.uuid() }))
    .output(
      mailRow.extend({
        body: z.string(),
        language,
        attempts: z.number().int(),
        nextAttemptAt: instant.nullable(),
        lastError: z.string().nullable(),
        sentAt: instant.nullable(),
        /** A link that opens an account is shown only to who manages the person's account. */
        linksHidden: z.boolean(),
        maySendAgain: z.boolean(),
      }),
    ),

  sendAgain: procedure
    .meta({ access: { permission: 'people.manage' } })
    .route({
      method: 'POST',
      path: '/mails/{mailId}/sending',
      tags: ['notifications'],
      summary: 'Queue a failed or kept mail again; as it was written',
    })
    .errors({
      NO_MAIL_SERVER: { status: 409 },
      NOT_RESENDABLE: { status: 409, data: z.object({ state: mailState }) },
    })
    .input(z.object({ mailId: z.uuid() }))
    .output(z.object({ state: mailState })),
}
